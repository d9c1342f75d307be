package dev.aloft.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** One annotation as it stands in the source, with the place of each of its values. */
final class WrittenAnnotation {
    private final Element element;
    private final AnnotationMirror mirror;
    private final Map<String, AnnotationValue> values = new LinkedHashMap<>();

    private WrittenAnnotation(Element element, AnnotationMirror mirror, Elements elements) {
        this.element = element;
        this.mirror = mirror;
        elements.getElementValuesWithDefaults(mirror)
                .forEach((member, value) -> values.put(member.getSimpleName().toString(), value));
    }

    static Optional<WrittenAnnotation> find(Element element, Class<?> type, Elements elements) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (mirror.getAnnotationType().asElement() instanceof TypeElement found
                    && found.getQualifiedName().contentEquals(type.getName())) {
                return Optional.of(new WrittenAnnotation(element, mirror, elements));
            }
        }
        return Optional.empty();
    }

    Place place() {
        return new Place(element, mirror, null);
    }

    /** The place of a value; the whole annotation where the value is a default. */
    Place place(String member) {
        return place().member(member);
    }

    /** The place of one of several values. */
    Place place(String member, AnnotationValue value) {
        return new Place(element, mirror, place(member).value() == null ? null : value);
    }

    /** The text of a member; empty where the source is broken, which the compiler reports itself. */
    Optional<String> text(String member) {
        AnnotationValue value = values.get(member);
        return value == null ? Optional.empty() : text(value);
    }

    /** The values of an array member, in the order in which they were written. */
    List<AnnotationValue> list(String member) {
        AnnotationValue value = values.get(member);
        if (value == null) {
            return List.of();
        }
        return value.accept(
                new SimpleAnnotationValueVisitor14<List<AnnotationValue>, Void>(List.of()) {
                    @Override
                    public List<AnnotationValue> visitArray(List<? extends AnnotationValue> items, Void unused) {
                        return new ArrayList<>(items);
                    }
                },
                null);
    }

    static Optional<String> text(AnnotationValue value) {
        // Where a constant cannot be resolved javac has the value <error>, which is no quoted string.
        boolean quoted = value.getValue() instanceof String && value.toString().startsWith("\"");
        return quoted ? Optional.of((String) value.getValue()) : Optional.empty();
    }

    /** The name of an enum's constant; empty where the source is broken. */
    static Optional<String> constant(AnnotationValue value) {
        return value.getValue() instanceof VariableElement constant
                ? Optional.of(constant.getSimpleName().toString())
                : Optional.empty();
    }
}
