package dev.aloft.testkit.runtime;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Runs a function under AWS's own Java runtime, as Lambda does: the real runtime interface client in a process of its own, the code
 * unpacked into the task root and loaded by the client's class loader, Lambda's environment and JVM flags. Only the Runtime API,
 * from which the client takes its events, is ours; it listens on 127.0.0.1.
 *
 * <pre>{@code
 * assumeThat(LambdaRuntimeHarness.unavailableReason()).isEmpty();
 * try (LambdaRuntimeHarness lambda = LambdaRuntimeHarness.builder()
 *         .code(Path.of("target/shop.jar"))
 *         .handler("dev.aloft.aws.LambdaEntryPoint")
 *         .environment(Map.of("ALOFT_FUNCTION", "place-order"))
 *         .start()) {
 *     byte[] reply = lambda.invoke(httpApiEvent).success().payload();
 * }
 * }</pre>
 *
 * <p>Thread-safe. Events that are sent at the same time wait for each other, unless the environment sets {@code
 * AWS_LAMBDA_MAX_CONCURRENCY}. Any number of harnesses can run side by side.
 *
 * @see <a href="https://github.com/aws/aws-lambda-java-libs">AWS's Java runtime interface client</a>
 */
public final class LambdaRuntimeHarness implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final TempFolder folder;
    private final RuntimeApi api;
    private final ChildProcess process;
    private final Duration timeLimit;
    private final long startNanos;

    private LambdaRuntimeHarness(LambdaLaunch launch, Duration timeLimit, TempFolder folder, RuntimeApi api) {
        this.folder = folder;
        this.api = api;
        this.timeLimit = timeLimit;
        Path taskRoot = launch.taskRoot(folder.path());
        List<String> command = launch.command(folder.path());
        Map<String, String> environment = launch.environment(taskRoot, api.address());
        this.startNanos = System.nanoTime();
        this.process = ChildProcess.start("The Lambda runtime", command, environment, taskRoot);
    }

    /**
     * A harness to be set up.
     *
     * @return a builder without code and handler, which must be set
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Why this machine cannot run AWS's runtime, for a test to be skipped with that text.
     *
     * @return a sentence; empty if it can, that is on Linux on x86_64 and aarch64
     */
    public static Optional<String> unavailableReason() {
        return LambdaClient.unavailableReason(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /**
     * The jars of AWS's runtime, in the order in which they stand on the class path; for a class data archive over them.
     *
     * @return existing files, the runtime interface client first
     * @throws HarnessException if one is not on this machine; the message says how to get it
     */
    public static List<Path> runtimeJars() {
        return LambdaClient.jars();
    }

    /**
     * Sends an event and waits for its end; see {@link #invoke(LambdaInvocation)}.
     *
     * @param payload the event's bytes, nearly always JSON
     * @return how it ended
     */
    public LambdaResult invoke(byte[] payload) {
        return invoke(LambdaInvocation.of(payload));
    }

    /**
     * Sends an event and waits for its end; see {@link #invoke(LambdaInvocation)}.
     *
     * @param json the event, sent as UTF-8
     * @return how it ended
     */
    public LambdaResult invoke(String json) {
        return invoke(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sends an event and waits for its end, at most for the time limit; after that the process is killed, as Lambda does, and
     * every later event ends as {@link LambdaResult.Exited}.
     *
     * @param invocation the event with its headers
     * @return how it ended; never an exception for anything that the function does
     */
    public LambdaResult invoke(LambdaInvocation invocation) {
        CompletableFuture<LambdaResult> answer = api.submit(invocation);
        if (!process.endsOr(api.init(), START_LIMIT)) {
            return timedOut(START_LIMIT);
        }
        if (!process.endsOr(answer, timeLimit)) {
            return timedOut(timeLimit);
        }
        return answer.isDone() ? answer.join() : ended();
    }

    private LambdaResult timedOut(Duration limit) {
        process.close();
        return initFault().orElseGet(() -> new LambdaResult.TimedOut(limit, output()));
    }

    private LambdaResult ended() {
        int exitCode = process.awaitExit(START_LIMIT).orElseThrow();
        return initFault().orElseGet(() -> new LambdaResult.Exited(exitCode, output()));
    }

    private Optional<LambdaResult> initFault() {
        return api.init().isDone() ? awaitInit().fault().map(LambdaResult.InitError::new) : Optional.empty();
    }

    /**
     * What the runtime told Lambda about a function that it could not make; waits until it can.
     *
     * @return the error; empty if the function was made
     * @throws HarnessException if the process ended without telling, or did not come so far within a minute
     */
    public Optional<LambdaFault> initError() {
        return awaitInit().fault();
    }

    /**
     * How long the process took from its start to its first request for an event, or to its init error; waits until then.
     *
     * @return wall-clock time
     * @throws HarnessException if the process ended without either, or did not come so far within a minute
     */
    public Duration initTime() {
        return Duration.ofNanos(awaitInit().nanoTime() - startNanos);
    }

    private RuntimeApi.InitEnd awaitInit() {
        if (!process.endsOr(api.init(), START_LIMIT)) {
            throw HarnessException.timedOut("The Lambda runtime did not ask for an event", START_LIMIT, output());
        }
        if (!api.init().isDone()) {
            throw process.endedEarly();
        }
        return api.init().join();
    }

    /**
     * What the process has used so far; measure before {@link #close()}.
     *
     * @return CPU time and peak memory, zero once the process has ended
     */
    public ProcessUsage usage() {
        return ProcessUsage.of(process.handle());
    }

    ProcessHandle process() {
        return process.handle();
    }

    /**
     * What the process has printed so far: on Lambda, its log.
     *
     * @return standard output, then standard error
     */
    public String output() {
        return process.output().all();
    }

    /**
     * Waits for a line that the process prints; what it has printed already counts.
     *
     * @param wanted true for the line
     * @param limit how long to wait for it
     * @return the line without its end; empty if it has not come in time, or cannot come any more
     */
    public Optional<String> awaitLine(Predicate<String> wanted, Duration limit) {
        return process.awaitLine(wanted, limit);
    }

    /** Ends the process, the Runtime API and the unpacked code. Waits until they are gone. */
    @Override
    public void close() {
        try (folder;
                api) {
            process.close();
        }
    }

    /** What to run and how; {@link #code} and {@link #handler} must be set. */
    public static final class Builder {
        private LambdaLaunch launch = LambdaLaunch.DEFAULT;
        private Duration timeLimit = Duration.ofSeconds(30);

        private Builder() {}

        /**
         * Sets the function's code.
         *
         * @param jarOrFolder a jar or zip, which is unpacked as Lambda does, or a folder that is used as the task root itself
         * @return this builder
         */
        public Builder code(Path jarOrFolder) {
            launch = launch.withCode(jarOrFolder);
            return this;
        }

        /**
         * Sets the handler as it is configured on Lambda.
         *
         * @param handler a class name, with {@code ::method} if needed, for example {@code dev.aloft.aws.LambdaEntryPoint}
         * @return this builder
         */
        public Builder handler(String handler) {
            launch = launch.withHandler(handler);
            return this;
        }

        /**
         * Sets environment variables beside Lambda's own, or instead of them. Nothing of the test's own environment is passed on.
         *
         * @param variables values by name, for example {@code AWS_LAMBDA_MAX_CONCURRENCY=4}
         * @return this builder
         */
        public Builder environment(Map<String, String> variables) {
            launch = launch.withVariables(variables);
            return this;
        }

        /**
         * Sets the JVM's flags instead of the default: C1 only, serial collector, shared archive, 512 MB of heap.
         *
         * @param options flags, for example {@code -Xmx256m}
         * @return this builder
         */
        public Builder jvmOptions(List<String> options) {
            launch = launch.withJvmOptions(options);
            return this;
        }

        /**
         * Sets the JDK that runs the function; by default the one that runs the test.
         *
         * @param javaHome the folder that holds {@code bin/java}
         * @return this builder
         */
        public Builder java(Path javaHome) {
            launch = launch.withJava(javaHome);
            return this;
        }

        /**
         * Sets how long one event may take, by default 30 seconds. The initialisation before the first has a minute of its own.
         *
         * @param limit more than zero
         * @return this builder
         */
        public Builder timeLimit(Duration limit) {
            timeLimit = limit;
            return this;
        }

        /**
         * Starts the runtime and returns at once; the first {@code invoke} waits for it.
         *
         * @return a running harness; close it
         * @throws HarnessException if a setting is missing or wrong, or if AWS's runtime is not on this machine
         */
        public LambdaRuntimeHarness start() {
            unavailableReason().ifPresent(reason -> {
                throw HarnessException.unavailable(reason);
            });
            TempFolder folder = TempFolder.create();
            RuntimeApi api = new RuntimeApi();
            try {
                return new LambdaRuntimeHarness(launch, timeLimit, folder, api);
            } catch (RuntimeException failure) {
                try (folder;
                        api) {
                    throw failure;
                }
            }
        }
    }
}
