package dev.aloft.testkit.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How Google starts a function: command and environment. */
record GoogleLaunch(
        @Nullable Path code,
        @Nullable String target,
        String signatureType,
        Map<String, String> variables,
        List<String> jvmOptions,
        Path java) {

    static final GoogleLaunch DEFAULT = new GoogleLaunch(
            null,
            null,
            "http",
            Map.of(),
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"),
            JavaLaunch.thisJava());

    GoogleLaunch {
        variables = Map.copyOf(variables);
        jvmOptions = List.copyOf(jvmOptions);
    }

    GoogleLaunch withCode(Path next) {
        return new GoogleLaunch(next, target, signatureType, variables, jvmOptions, java);
    }

    GoogleLaunch withTarget(String next) {
        return new GoogleLaunch(code, next, signatureType, variables, jvmOptions, java);
    }

    GoogleLaunch withSignatureType(String next) {
        return new GoogleLaunch(code, target, next, variables, jvmOptions, java);
    }

    GoogleLaunch withVariables(Map<String, String> next) {
        return new GoogleLaunch(code, target, signatureType, next, jvmOptions, java);
    }

    GoogleLaunch withJvmOptions(List<String> next) {
        return new GoogleLaunch(code, target, signatureType, variables, next, java);
    }

    GoogleLaunch withJava(Path next) {
        return new GoogleLaunch(code, target, signatureType, variables, jvmOptions, next);
    }

    List<String> command(int port) {
        Path invoker = RuntimeJar.gcp("com.google.cloud.functions.invoker", "java-function-invoker")
                .path();
        Path function = Settings.required(code, "code").toAbsolutePath();
        Stream<String> arguments = Stream.of(
                "-jar",
                invoker.toString(),
                "--classpath",
                function.toString(),
                "--target",
                Settings.required(target, "target"),
                "--port",
                Integer.toString(port));
        Stream<String> start = Stream.concat(Stream.of(JavaLaunch.command(java)), jvmOptions.stream());
        return Stream.concat(start, arguments).collect(Collectors.toUnmodifiableList());
    }

    /**
     * What Cloud Run sets.
     *
     * @see <a href="https://docs.cloud.google.com/run/docs/container-contract#services-env-vars">Cloud Run's environment
     *     variables</a>
     */
    Map<String, String> environment(int port) {
        Map<String, String> environment = JavaLaunch.environment();
        environment.put("PORT", Integer.toString(port));
        environment.put("FUNCTION_TARGET", Settings.required(target, "target"));
        if (!signatureType.isEmpty()) {
            environment.put("FUNCTION_SIGNATURE_TYPE", signatureType);
        }
        environment.put("K_SERVICE", "aloft");
        environment.put("K_REVISION", "aloft-00001-abc");
        environment.put("K_CONFIGURATION", "aloft");
        environment.putAll(variables);
        return environment;
    }
}
