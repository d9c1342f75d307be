package dev.aloft.benchmarks;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.aloft.aws.LambdaEntryPoint;
import dev.aloft.benchmarks.floor.EmptyBatch;
import dev.aloft.benchmarks.floor.Floor;
import dev.aloft.benchmarks.probe.AllocationProbe;
import dev.aloft.benchmarks.stream.CountStream;
import dev.aloft.benchmarks.stream.GreetStream;
import dev.aloft.benchmarks.vendor.Count;
import dev.aloft.benchmarks.vendor.Greet;
import dev.aloft.testkit.runtime.LambdaResult;
import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import dev.aloft.testkit.runtime.ProcessUsage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A function under AWS's Java runtime.
 *
 * @param handler the class that the runtime calls
 * @param code the folder that Lambda would unpack
 * @param work what it is called with
 */
record LambdaContestant(String name, Class<?> handler, Path code, LambdaWork work) implements Contestant {
    static final String FLOOR = "empty handler";
    static final String NATIVE = "native: event POJO, Jackson";
    static final String STREAM = "native: stream, jackson-core";
    static final String TEXT = "Aloft, text body";
    static final String JSON = "Aloft, Jackson body";

    static List<LambdaContestant> http(Deployments deployments) throws IOException {
        Path aloft = deployments.aloft().folder();
        LambdaWork greet = LambdaWork.http("/greet");
        return List.of(
                new LambdaContestant(FLOOR, Floor.class, deployments.floor().folder(), greet),
                new LambdaContestant(
                        STREAM, GreetStream.class, deployments.stream().folder(), greet),
                new LambdaContestant(NATIVE, Greet.class, deployments.vendor().folder(), greet),
                new LambdaContestant(TEXT, LambdaEntryPoint.class, aloft, LambdaWork.http("/text/greet")),
                new LambdaContestant(JSON, LambdaEntryPoint.class, aloft, LambdaWork.http("/json/greet")));
    }

    static List<LambdaContestant> sqs(Deployments deployments) throws IOException {
        Path aloft = deployments.aloft().folder();
        LambdaWork names = LambdaWork.sqs("names");
        return List.of(
                new LambdaContestant(
                        FLOOR, EmptyBatch.class, deployments.floor().folder(), names),
                new LambdaContestant(
                        STREAM, CountStream.class, deployments.stream().folder(), names),
                new LambdaContestant(NATIVE, Count.class, deployments.vendor().folder(), names),
                new LambdaContestant(TEXT, LambdaEntryPoint.class, aloft, LambdaWork.sqs("text-names")),
                new LambdaContestant(JSON, LambdaEntryPoint.class, aloft, LambdaWork.sqs("json-names")));
    }

    @Override
    public Running start(List<String> moreJvmOptions) {
        return new Function(
                this, launch(moreJvmOptions).handler(handler.getName()).start());
    }

    /** The same, with {@link AllocationProbe} in front of the handler. */
    LambdaRuntimeHarness startProbed() {
        Map<String, String> probed = new HashMap<>(work.environment());
        probed.put(AllocationProbe.PROBED, handler.getName());
        return launch(List.of())
                .handler(AllocationProbe.class.getName())
                .environment(probed)
                .start();
    }

    private LambdaRuntimeHarness.Builder launch(List<String> moreJvmOptions) {
        List<String> options = new ArrayList<>(JVM_OPTIONS);
        options.addAll(moreJvmOptions);
        return LambdaRuntimeHarness.builder().code(code).jvmOptions(options).environment(work.environment());
    }

    boolean canBeProbed() {
        return RequestStreamHandler.class.isAssignableFrom(handler);
    }

    /** Calls once and refuses a wrong answer. */
    LambdaResult.Success call(LambdaRuntimeHarness lambda, byte[] event) {
        LambdaResult.Success answer = lambda.invoke(event).success();
        Running.require(work.isDoneBy(answer.text()), this, answer.text() + lambda.output());
        return answer;
    }

    private static final class Function implements Running {
        private final LambdaContestant contestant;
        private final LambdaRuntimeHarness lambda;
        private final byte[] event;

        Function(LambdaContestant contestant, LambdaRuntimeHarness lambda) {
            this.contestant = contestant;
            this.lambda = lambda;
            this.event = contestant.work().event();
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
