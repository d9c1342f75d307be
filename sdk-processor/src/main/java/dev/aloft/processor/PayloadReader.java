package dev.aloft.processor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the payload type of a function that handles messages or changes, which must be known and reachable when it is compiled. */
final class PayloadReader {
    private final Elements elements;
    private final Types types;

    PayloadReader(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /**
     * Why the index could not name the payload, or empty.
     *
     * @param function the function's class or method
     * @param kind how it is called
     * @param arguments the type arguments of its handler interface, of {@code Message} or of {@code ChangeEvent}
     */
    Optional<String> problem(String function, HandlerKind kind, List<? extends TypeMirror> arguments) {
        if (arguments.isEmpty()) {
            return Optional.of(CompileErrors.unknownPayload(function, kind, "no type argument tells it"));
        }
        TypeMirror type = arguments.get(0);
        if (type.getKind() == TypeKind.WILDCARD) {
            return Optional.of(CompileErrors.unknownPayload(function, kind, type + " is a wildcard"));
        }
        Optional<String> problem = problem(function, kind, type);
        return problem.isEmpty() && kind == HandlerKind.CHANGE && !isDocument(type)
                ? Optional.of(CompileErrors.noDocument(function, type.toString()))
                : problem;
    }

    private Optional<String> problem(String function, HandlerKind kind, TypeMirror type) {
        if (type.getKind() == TypeKind.TYPEVAR) {
            return Optional.of(CompileErrors.unknownPayload(function, kind, type + " is a type variable"));
        }
        Optional<String> own =
                type.getKind() == TypeKind.DECLARED ? problem(function, element(type)) : Optional.empty();
        return own.or(() -> parts(type)
                .flatMap(part -> problem(function, kind, part).stream())
                .findFirst());
    }

    /** Whether an object with fields can be read as the type: neither text nor number, no list, and of the API the tree alone. */
    private boolean isDocument(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED || element(type).getKind() == ElementKind.ENUM) {
            return false;
        }
        String packageName =
                elements.getPackageOf(element(type)).getQualifiedName().toString();
        String name = element(type).getQualifiedName().toString();
        return switch (packageName) {
            case "java.lang" -> name.equals("java.lang.Object");
            case "dev.aloft" -> name.equals("dev.aloft.Document");
            default -> {
                TypeElement iterable = elements.getTypeElement("java.lang.Iterable");
                yield !types.isAssignable(types.erasure(type), types.erasure(iterable.asType()));
            }
        };
    }

    private static Optional<String> problem(String function, TypeElement type) {
        String name = type.getQualifiedName().toString();
        Optional<TypeElement> hidden = ClassRules.hidden(type);
        if (hidden.isPresent()) {
            String hiddenName = hidden.get().getQualifiedName().toString();
            return Optional.of(CompileErrors.hiddenPayload(function, name, hiddenName));
        }
        boolean inner = type.getEnclosingElement() instanceof TypeElement
                && type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.STATIC);
        return inner ? Optional.of(CompileErrors.innerPayload(function, name)) : Optional.empty();
    }

    /** The types of which a type is made. */
    private static Stream<? extends TypeMirror> parts(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED -> ((DeclaredType) type).getTypeArguments().stream();
            case ARRAY -> Stream.of(((ArrayType) type).getComponentType());
            case WILDCARD ->
                Stream.of(((WildcardType) type).getExtendsBound(), ((WildcardType) type).getSuperBound())
                        .flatMap(Stream::ofNullable);
            default -> Stream.empty();
        };
    }

    TypeName name(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED ->
                new TypeName.Declared(
                        element(type).getQualifiedName().toString(),
                        parts(type).map(this::name).toList());
            case ARRAY -> new TypeName.Array(name(((ArrayType) type).getComponentType()));
            case WILDCARD -> wildcard((WildcardType) type);
            default -> new TypeName.Word(type.getKind().name().toLowerCase(Locale.ROOT));
        };
    }

    private TypeName wildcard(WildcardType type) {
        if (type.getExtendsBound() != null) {
            return new TypeName.Bounded("? extends ", name(type.getExtendsBound()));
        }
        return type.getSuperBound() == null
                ? new TypeName.Word("?")
                : new TypeName.Bounded("? super ", name(type.getSuperBound()));
    }

    /** What the compiler warns of in code that names the type. */
    Set<String> warnings(TypeMirror type) {
        Set<String> warnings = new TreeSet<>();
        parts(type).forEach(part -> warnings.addAll(warnings(part)));
        if (type.getKind() == TypeKind.DECLARED) {
            TypeElement element = element(type);
            if (isDeprecated(element)) {
                warnings.addAll(List.of("deprecation", "removal"));
            }
            if (!element.getTypeParameters().isEmpty()
                    && ((DeclaredType) type).getTypeArguments().isEmpty()) {
                warnings.add("rawtypes");
            }
        }
        return warnings;
    }

    private boolean isDeprecated(Element element) {
        return elements.isDeprecated(element)
                || element.getEnclosingElement() instanceof TypeElement outer && isDeprecated(outer);
    }

    private static TypeElement element(TypeMirror type) {
        return (TypeElement) ((DeclaredType) type).asElement();
    }
}
