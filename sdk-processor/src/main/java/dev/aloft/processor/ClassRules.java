package dev.aloft.processor;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What a class must be so that the index can create it. */
final class ClassRules {
    private final Elements elements;

    ClassRules(Elements elements) {
        this.elements = elements;
    }

    /** Why no instance can be had of a class with a trigger, or empty. */
    Optional<String> problem(TypeElement type, Trigger trigger, boolean factory) {
        String name = type.getQualifiedName().toString();
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            return Optional.of(CompileErrors.noClass(trigger, kind(type), name));
        }
        Optional<TypeElement> hidden = hidden(type);
        if (hidden.isPresent()) {
            return Optional.of(CompileErrors.notPublic(
                    name, hidden.get().getQualifiedName().toString()));
        }
        if (type.getNestingKind() == NestingKind.MEMBER && !type.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of(CompileErrors.inner(name));
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.of(CompileErrors.isAbstract(name));
        }
        if (!type.getTypeParameters().isEmpty()) {
            return Optional.of(CompileErrors.generic(name));
        }
        return factory || constructor(type).isPresent()
                ? Optional.empty()
                : Optional.of(CompileErrors.noConstructor(name));
    }

    HandlerClass handlerClass(TypeElement type) {
        return new HandlerClass(
                type.getQualifiedName().toString(),
                elements.getPackageOf(type).getQualifiedName().toString(),
                constructor(type).isPresent());
    }

    /** Whether creating an instance causes the compiler's warning. */
    boolean isDeprecated(TypeElement type) {
        return elements.isDeprecated(type)
                || constructor(type).filter(elements::isDeprecated).isPresent();
    }

    private static Optional<ExecutableElement> constructor(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getModifiers().contains(Modifier.PUBLIC))
                .filter(constructor -> constructor.getParameters().isEmpty())
                .findFirst();
    }

    /** The class itself, or one around it, that is not public. */
    static Optional<TypeElement> hidden(TypeElement type) {
        Element element = type;
        while (element instanceof TypeElement outer) {
            if (!outer.getModifiers().contains(Modifier.PUBLIC)) {
                return Optional.of(outer);
            }
            element = outer.getEnclosingElement();
        }
        return Optional.empty();
    }

    private static String kind(TypeElement type) {
        return switch (type.getKind()) {
            case ENUM -> "enum";
            case ANNOTATION_TYPE -> "annotation";
            default -> "interface";
        };
    }
}
