package dev.aloft.benchmarks;

import dev.aloft.benchmarks.google.GreetJsonFunction;
import dev.aloft.benchmarks.google.GreetTextFunction;
import dev.aloft.gcp.GcpEntryPoint;
import dev.aloft.testkit.runtime.GoogleInvokerHarness;
import dev.aloft.testkit.runtime.ProcessUsage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A function under Google's Java invoker.
 *
 * @param target the class that the invoker calls
 * @param code the folder of its classes
 * @param path the path that is called
 */
record GoogleContestant(String name, Class<?> target, Path code, String path) implements Contestant {
    static final String NATIVE_TEXT = "native HttpFunction, text body";
    static final String NATIVE_JSON = "native HttpFunction, Jackson body";
    static final String TEXT = "Aloft, text body";
    static final String JSON = "Aloft, Jackson body";

    static List<GoogleContestant> all(Deployments deployments) throws IOException {
        Path own = deployments.google().folder();
        Path aloft = deployments.aloft().folder();
        return List.of(
                new GoogleContestant(NATIVE_TEXT, GreetTextFunction.class, own, "/greet"),
                new GoogleContestant(TEXT, GcpEntryPoint.class, aloft, "/text/greet"),
                new GoogleContestant(NATIVE_JSON, GreetJsonFunction.class, own, "/greet"),
                new GoogleContestant(JSON, GcpEntryPoint.class, aloft, "/json/greet"));
    }

    @Override
    public Running start(List<String> moreJvmOptions) {
        List<String> options = new ArrayList<>(JVM_OPTIONS);
        options.addAll(moreJvmOptions);
        GoogleInvokerHarness google = GoogleInvokerHarness.builder()
                .code(code)
                .target(target.getName())
                .jvmOptions(options)
                .start();
        return new Function(google, new HttpCalls(this, google.client(), path));
    }

    private record Function(GoogleInvokerHarness google, HttpCalls calls) implements Running {
        @Override
        public Duration call() throws IOException {
            return calls.call();
        }

        @Override
        public Duration startTime() {
            return google.startTime();
        }

        @Override
        public ProcessUsage usage() {
            return google.usage();
        }

        @Override
        public void close() {
            try (google) {
                calls.close();
            }
        }
    }
}
