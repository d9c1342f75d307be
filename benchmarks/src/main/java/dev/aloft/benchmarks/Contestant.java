package dev.aloft.benchmarks;

import dev.aloft.testkit.runtime.LambdaResult;
import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to answer {@code POST …/greet} with {@code {"greeting":"Hello, Ada"}}.
 *
 * @param name the row's title
 * @param handler the handler string
 * @param code the folder that Lambda would unpack
 * @param path the path that is called
 */
record Contestant(String name, String handler, Path code, String path) {
    static final List<String> LAMBDA_OPTIONS = List.of(
            "-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx400m");

    LambdaRuntimeHarness start(String... moreOptions) {
        List<String> options = new ArrayList<>(LAMBDA_OPTIONS);
        options.addAll(List.of(moreOptions));
        return LambdaRuntimeHarness.builder()
                .code(code)
                .handler(handler)
                .jvmOptions(options)
                .start();
    }

    byte[] event() {
        return GreetEvent.json(path);
    }

    /** Calls once and refuses a wrong answer, so that no contestant wins by failing fast. */
    LambdaResult.Success call(LambdaRuntimeHarness runtime, byte[] event) {
        LambdaResult.Success answer = runtime.invoke(event).success();
        String text = answer.text();
        if (!text.contains("Hello, Ada") || !text.contains("\"statusCode\":200")) {
            throw new IllegalStateException(name + " answered wrongly: " + text);
        }
        return answer;
    }
}
