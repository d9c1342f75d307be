package dev.aloft.benchmarks;

import com.google.cloud.functions.HttpFunction;
import dev.aloft.benchmarks.events.EventFunctions;
import dev.aloft.benchmarks.google.GreetEventFunction;
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
import java.util.Map;

/**
 * A function under Google's Java invoker.
 *
 * @param target the class that the invoker calls
 * @param code the folder of its classes
 * @param work what it is asked
 * @param environment its settings
 */
record GoogleContestant(String name, Class<?> target, Path code, HttpWork work, Map<String, String> environment)
        implements Contestant {
    static final String NATIVE_TEXT = "native HttpFunction, text body";
    static final String NATIVE_JSON = "native HttpFunction, Jackson body";
    static final String TEXT = "Aloft, text body";
    static final String JSON = "Aloft, Jackson body";
    static final String NATIVE_EVENT = "native CloudEventsFunction, Jackson data";
    static final String EVENT_TEXT = "Aloft, CloudEvent, text data";
    static final String EVENT_JSON = "Aloft, CloudEvent, Jackson data";

    /** Each native one with Aloft's behind it. */
    static List<GoogleContestant> http(Deployments deployments) throws IOException {
        Path own = deployments.google().folder();
        Path aloft = deployments.aloft().folder();
        return List.of(
                new GoogleContestant(NATIVE_TEXT, GreetTextFunction.class, own, HttpWork.greet("/greet"), Map.of()),
                new GoogleContestant(TEXT, GcpEntryPoint.class, aloft, HttpWork.greet("/text/greet"), Map.of()),
                new GoogleContestant(NATIVE_JSON, GreetJsonFunction.class, own, HttpWork.greet("/greet"), Map.of()),
                new GoogleContestant(JSON, GcpEntryPoint.class, aloft, HttpWork.greet("/json/greet"), Map.of()));
    }

    /** The native one, with Aloft's behind it. */
    static List<GoogleContestant> events(Deployments deployments) throws IOException {
        Path own = deployments.google().folder();
        Path aloft = deployments.aloft().folder();
        return List.of(
                new GoogleContestant(NATIVE_EVENT, GreetEventFunction.class, own, HttpWork.event(200), Map.of()),
                new GoogleContestant(
                        EVENT_TEXT, GcpEntryPoint.class, aloft, HttpWork.event(204), serving("greet-text")),
                new GoogleContestant(
                        EVENT_JSON, GcpEntryPoint.class, aloft, HttpWork.event(204), serving("greet-json")));
    }

    private static Map<String, String> serving(String function) {
        return Map.of("ALOFT_INDEX", EventFunctions.class.getName(), "ALOFT_FUNCTION", function);
    }

    @Override
    public Running start(List<String> moreJvmOptions) {
        List<String> options = new ArrayList<>(JVM_OPTIONS);
        options.addAll(moreJvmOptions);
        GoogleInvokerHarness google = GoogleInvokerHarness.builder()
                .code(code)
                .target(target.getName())
                .signatureType(HttpFunction.class.isAssignableFrom(target) ? "http" : "cloudevent")
                .environment(environment)
                .jvmOptions(options)
                .start();
        return new Function(google, new HttpCalls(this, google.client(), work));
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
