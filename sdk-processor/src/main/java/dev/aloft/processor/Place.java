package dev.aloft.processor;

import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * Where an error is shown: at an element's annotation and, if it was written, at one value of it.
 *
 * @param value the value; null for the whole annotation
 */
record Place(
        Element element,
        AnnotationMirror annotation,
        @Nullable AnnotationValue value) {
    /** The place of a value of the same annotation; the whole annotation where the value is a default. */
    Place member(String name) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> written :
                annotation.getElementValues().entrySet()) {
            if (written.getKey().getSimpleName().contentEquals(name)) {
                return new Place(element, annotation, written.getValue());
            }
        }
        return new Place(element, annotation, null);
    }
}
