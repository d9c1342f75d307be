package dev.aloft.testkit.runtime;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How Lambda starts a function: command, environment and the folder of its code. */
record LambdaLaunch(
        @Nullable Path code,
        @Nullable String handler,
        Map<String, String> variables,
        List<String> jvmOptions,
        Path java) {

    /** What Lambda gives a Java 17 function of 512 MB. */
    static final LambdaLaunch DEFAULT = new LambdaLaunch(
            null,
            null,
            Map.of(),
            List.of(
                    "-XX:+TieredCompilation",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-Xmx512m"),
            JavaLaunch.thisJava());

    LambdaLaunch {
        variables = Map.copyOf(variables);
        jvmOptions = List.copyOf(jvmOptions);
    }

    LambdaLaunch withCode(Path next) {
        return new LambdaLaunch(next, handler, variables, jvmOptions, java);
    }

    LambdaLaunch withHandler(String next) {
        return new LambdaLaunch(code, next, variables, jvmOptions, java);
    }

    LambdaLaunch withVariables(Map<String, String> next) {
        return new LambdaLaunch(code, handler, next, jvmOptions, java);
    }

    LambdaLaunch withJvmOptions(List<String> next) {
        return new LambdaLaunch(code, handler, variables, next, java);
    }

    LambdaLaunch withJava(Path next) {
        return new LambdaLaunch(code, handler, variables, jvmOptions, next);
    }

    Path taskRoot(Path folder) {
        return TaskRoot.of(Settings.required(code, "code"), folder.resolve("task"));
    }

    List<String> command(Path folder) {
        List<String> command = new ArrayList<>();
        command.add(JavaLaunch.command(java));
        command.add("-Djava.net.preferIPv4Stack=true");
        command.addAll(jvmOptions);
        command.add("-D" + LambdaClient.LIBRARY_PROPERTY + "=" + LambdaClient.nativeLibrary(folder));
        command.add("-cp");
        command.add(LambdaClient.jars().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(LambdaClient.MAIN_CLASS);
        command.add(Settings.required(handler, "handler"));
        return command;
    }

    /**
     * What Lambda sets.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime">Lambda's
     *     environment variables</a>
     */
    Map<String, String> environment(Path taskRoot, String apiAddress) {
        Map<String, String> environment = JavaLaunch.environment();
        environment.put("_HANDLER", Settings.required(handler, "handler"));
        environment.put("LAMBDA_TASK_ROOT", taskRoot.toString());
        environment.put("AWS_LAMBDA_RUNTIME_API", apiAddress);
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        environment.put("AWS_LAMBDA_FUNCTION_NAME", "aloft");
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/aloft");
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/01/01/[$LATEST]0123456789abcdef0123456789abcdef");
        environment.put(
                "AWS_EXECUTION_ENV", "AWS_Lambda_java" + Runtime.version().feature());
        environment.put("AWS_REGION", "eu-central-1");
        environment.put("AWS_DEFAULT_REGION", "eu-central-1");
        environment.putAll(variables);
        return environment;
    }
}
