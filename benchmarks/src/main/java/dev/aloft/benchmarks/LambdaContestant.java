package dev.aloft.benchmarks;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.aloft.aws.LambdaEntryPoint;
import dev.aloft.benchmarks.floor.Floor;
import dev.aloft.benchmarks.probe.AllocationProbe;
import dev.aloft.benchmarks.stream.GreetStream;
import dev.aloft.benchmarks.vendor.Greet;
import dev.aloft.testkit.runtime.LambdaResult;
import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import dev.aloft.testkit.runtime.ProcessUsage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A function under AWS's Java runtime.
 *
 * @param handler the class that the runtime calls
 * @param code the folder that Lambda would unpack
 * @param path the path that is called
 */
record LambdaContestant(String name, Class<?> handler, Path code, String path) implements Contestant {
    static final String FLOOR = "empty handler";
    static final String NATIVE = "native: event POJO, Jackson";
    static final String STREAM = "native: stream, jackson-core";
    static final String TEXT = "Aloft, text body";
    static final String JSON = "Aloft, Jackson body";

    static List<LambdaContestant> all(Deployments deployments) throws IOException {
        Path aloft = deployments.aloft().folder();
        return List.of(
                new LambdaContestant(FLOOR, Floor.class, deployments.floor().folder(), "/greet"),
                new LambdaContestant(
                        STREAM, GreetStream.class, deployments.stream().folder(), "/greet"),
                new LambdaContestant(NATIVE, Greet.class, deployments.vendor().folder(), "/greet"),
                new LambdaContestant(TEXT, LambdaEntryPoint.class, aloft, "/text/greet"),
                new LambdaContestant(JSON, LambdaEntryPoint.class, aloft, "/json/greet"));
    }

    @Override
    public Running start(List<String> moreJvmOptions) {
        return new Function(
                this, launch(moreJvmOptions).handler(handler.getName()).start());
    }

    /** The same, with {@link AllocationProbe} in front of the handler. */
    LambdaRuntimeHarness startProbed() {
        return launch(List.of())
                .handler(AllocationProbe.class.getName())
                .environment(Map.of(AllocationProbe.PROBED, handler.getName()))
                .start();
    }

    private LambdaRuntimeHarness.Builder launch(List<String> moreJvmOptions) {
        List<String> options = new ArrayList<>(JVM_OPTIONS);
        options.addAll(moreJvmOptions);
        return LambdaRuntimeHarness.builder().code(code).jvmOptions(options);
    }

    boolean canBeProbed() {
        return RequestStreamHandler.class.isAssignableFrom(handler);
    }

    byte[] event() {
        return HttpApiEvent.json(path);
    }

    /** Calls once and refuses a wrong answer. */
    LambdaResult.Success call(LambdaRuntimeHarness lambda, byte[] event) {
        LambdaResult.Success answer = lambda.invoke(event).success();
        String text = answer.text();
        Running.require(
                text.contains(Running.EXPECTED) && text.contains("\"statusCode\":200"), this, text + lambda.output());
        return answer;
    }

    private static final class Function implements Running {
        private final LambdaContestant contestant;
        private final LambdaRuntimeHarness lambda;
        private final byte[] event;

        Function(LambdaContestant contestant, LambdaRuntimeHarness lambda) {
            this.contestant = contestant;
            this.lambda = lambda;
            this.event = contestant.event();
        }

        @Override
        public Duration call() {
            return contestant.call(lambda, event).elapsed();
        }

        @Override
        public Duration startTime() {
            return lambda.initTime();
        }

        @Override
        public ProcessUsage usage() {
            return lambda.usage();
        }

        @Override
        public void close() {
            lambda.close();
        }
    }
}
