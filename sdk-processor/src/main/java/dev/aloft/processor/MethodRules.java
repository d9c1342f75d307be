package dev.aloft.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** What a method must be so that it is a function. */
final class MethodRules {
    private static final String REQUEST = "dev.aloft.HttpRequest";
    private static final String CONTEXT = "dev.aloft.Context";
    private static final String RESPONSE = "dev.aloft.HttpResponse";

    private final Types types;

    MethodRules(Types types) {
        this.types = types;
    }

    /** Why a method is no function, or empty. */
    Optional<String> problem(String owner, ExecutableElement method) {
        String name = method.getSimpleName().toString();
        if (!method.getModifiers().contains(Modifier.PUBLIC)) {
            return Optional.of(CompileErrors.wrongMethod(owner + "." + name, "not public"));
        }
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return Optional.of(CompileErrors.wrongMethod(owner + "." + name, "static"));
        }
        return hasSignature(method)
                ? Optional.empty()
                : Optional.of(CompileErrors.wrongSignature(owner + "." + name, name, signature(method)));
    }

    private boolean hasSignature(ExecutableElement method) {
        List<? extends VariableElement> parameters = method.getParameters();
        return parameters.size() == 2
                && is(parameters.get(0).asType(), REQUEST)
                && is(parameters.get(1).asType(), CONTEXT)
                && is(method.getReturnType(), RESPONSE);
    }

    private boolean is(TypeMirror type, String name) {
        return types.asElement(type) instanceof TypeElement element
                && element.getQualifiedName().contentEquals(name);
    }

    private static String signature(ExecutableElement method) {
        return method.getReturnType() + " " + method.getSimpleName()
                + method.getParameters().stream()
                        .map(parameter -> parameter.asType().toString())
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
