package dev.aloft.testkit.azure;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Optional;

/**
 * How the worker finds out by the annotations of a parameter which binding it takes.
 *
 * @see <a
 *     href="https://github.com/Azure/azure-functions-java-worker/blob/dev/src/main/java/com/microsoft/azure/functions/worker/broker/CoreTypeResolver.java">
 *     CoreTypeResolver</a>
 */
final class BindingNames {
    private static final String PACKAGE = "com.microsoft.azure.functions.annotation";

    private BindingNames() {}

    /**
     * The {@code name()} of an annotation whose text mentions the worker's package, so also of one that only has such a class as a
     * value; or of an annotation that is itself annotated with {@code @CustomBinding}, and if it has no name, the name there.
     */
    static Optional<String> bindingName(Parameter parameter) {
        Optional<String> found = Optional.empty();
        for (Annotation annotation : parameter.getAnnotations()) {
            if (annotation.toString().contains(PACKAGE)) {
                found = text(annotation, "name");
            }
            if (found.isEmpty()) {
                found = customName(annotation);
            }
        }
        return found;
    }

    private static Optional<String> customName(Annotation annotation) {
        return meta(annotation, "CustomBinding")
                .flatMap(custom -> text(annotation, "name").or(() -> text(custom, "name")));
    }

    /** The name in {@code @BindingName}, by which a parameter asks for trigger metadata. */
    static Optional<String> metadataName(Parameter parameter) {
        for (Annotation annotation : parameter.getAnnotations()) {
            if (annotation.annotationType().getName().equals(PACKAGE + ".BindingName")) {
                return text(annotation, "value");
            }
        }
        return Optional.empty();
    }

    /** Whether the return value is sent even without a binding for it. */
    static boolean hasImplicitOutput(Method method) {
        for (Parameter parameter : method.getParameters()) {
            for (Annotation annotation : parameter.getAnnotations()) {
                Optional<Annotation> implicit = meta(annotation, "HasImplicitOutput");
                if (implicit.isPresent()
                        && Boolean.TRUE.equals(value(implicit.get(), "value").orElse(false))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<Annotation> meta(Annotation annotation, String simpleName) {
        for (Annotation candidate : annotation.annotationType().getAnnotations()) {
            if (candidate.annotationType().getName().equals(PACKAGE + "." + simpleName)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(Annotation annotation, String element) {
        return value(annotation, element).map(String.class::cast);
    }

    private static Optional<Object> value(Annotation annotation, String element) {
        try {
            Method method = annotation.annotationType().getMethod(element);
            method.setAccessible(true);
            return Optional.ofNullable(method.invoke(annotation));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
