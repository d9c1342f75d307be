package dev.aloft.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What a method must be so that it is a function. */
final class MethodRules {
    private MethodRules() {}

    /** Why a method is no function of a trigger, or empty. */
    static Optional<String> problem(String owner, ExecutableElement method, Trigger trigger) {
        String name = owner + "." + method.getSimpleName();
        if (!method.getModifiers().contains(Modifier.PUBLIC)) {
            return Optional.of(CompileErrors.wrongMethod(name, "not public"));
        }
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of(CompileErrors.wrongMethod(name, "static"));
        }
        return kind(method, trigger).isPresent()
                ? Optional.empty()
                : Optional.of(CompileErrors.wrongSignature(name, expected(method, trigger), signature(method)));
    }

    /** The handler whose parameters and result the method has, if the trigger takes it. */
    static Optional<HandlerKind> kind(ExecutableElement method, Trigger trigger) {
        return trigger.handlers().stream()
                .filter(kind -> hasSignature(method, kind))
                .findFirst();
    }

    private static boolean hasSignature(ExecutableElement method, HandlerKind kind) {
        if (method.getParameters().size() != 2 || !is(parameter(method, 1), "dev.aloft.Context")) {
            return false;
        }
        TypeMirror first = parameter(method, 0);
        TypeMirror result = method.getReturnType();
        return switch (kind) {
            case HTTP -> is(first, "dev.aloft.HttpRequest") && is(result, "dev.aloft.HttpResponse");
            case MESSAGE -> is(first, "dev.aloft.Message") && result.getKind() == TypeKind.VOID;
            case BATCH ->
                is(first, "java.util.List")
                        && arguments(first).stream().anyMatch(item -> is(item, "dev.aloft.Message"))
                        && is(result, "dev.aloft.BatchResult");
            case EVENT -> is(first, "dev.aloft.Event") && result.getKind() == TypeKind.VOID;
            case STORAGE -> is(first, "dev.aloft.StorageEvent") && result.getKind() == TypeKind.VOID;
            case SCHEDULE -> is(first, "dev.aloft.ScheduleEvent") && result.getKind() == TypeKind.VOID;
            case CHANGE -> is(first, "dev.aloft.ChangeEvent") && result.getKind() == TypeKind.VOID;
        };
    }

    /** The type arguments of the method's {@code Message} or {@code ChangeEvent}; empty if it has none. */
    static List<? extends TypeMirror> payload(ExecutableElement method, HandlerKind kind) {
        return switch (kind) {
            case MESSAGE, CHANGE -> arguments(parameter(method, 0));
            case BATCH -> arguments(arguments(parameter(method, 0)).get(0));
            case HTTP, EVENT, STORAGE, SCHEDULE -> List.of();
        };
    }

    static boolean is(TypeMirror type, String name) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(name);
    }

    private static TypeMirror parameter(ExecutableElement method, int index) {
        return method.getParameters().get(index).asType();
    }

    private static List<? extends TypeMirror> arguments(TypeMirror type) {
        return ((DeclaredType) type).getTypeArguments();
    }

    private static String expected(ExecutableElement method, Trigger trigger) {
        return trigger.handlers().stream()
                .map(kind -> kind.signature(method.getSimpleName().toString()))
                .collect(Collectors.joining(" or "));
    }

    private static String signature(ExecutableElement method) {
        return method.getReturnType() + " " + method.getSimpleName()
                + method.getParameters().stream()
                        .map(parameter -> parameter.asType().toString())
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
