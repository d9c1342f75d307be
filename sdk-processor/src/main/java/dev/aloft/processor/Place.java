package dev.aloft.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where an error is shown: at an element's annotation and, if it was written, at one value of it.
 *
 * @param value the value; null for the whole annotation
 */
record Place(
        Element element,
        AnnotationMirror annotation,
        @Nullable AnnotationValue value) {}
