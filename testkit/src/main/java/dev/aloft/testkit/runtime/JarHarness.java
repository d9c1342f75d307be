package dev.aloft.testkit.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs an application with {@code java -jar} in a process of its own, as a container does.
 *
 * <pre>{@code
 * try (JarHarness app = JarHarness.builder()
 *         .jar(Path.of("target/shop.jar"))
 *         .arguments(List.of("--port=0"))
 *         .readyLine(line -> line.contains("http://127.0.0.1:"))
 *         .start()) {
 *     String url = app.readyLine();
 *     ...
 *     assertThat(app.stop(Duration.ofSeconds(10))).hasValue(143);
 * }
 * }</pre>
 *
 * <p>The process ends at {@link #close()} at the latest, with everything that it started, and when the test's JVM ends.
 */
public final class JarHarness implements AutoCloseable {
    private final ChildProcess process;
    private final String readyLine;
    private final Duration startTime;

    private JarHarness(ChildProcess process, String readyLine, Duration startTime) {
        this.process = process;
        this.readyLine = readyLine;
        this.startTime = startTime;
    }

    /**
     * A harness to be set up.
     *
     * @return a builder without a jar and without a sign that the application is ready; both must be set
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The line by which the application said that it is ready.
     *
     * @return the line without its end, for example {@code listening on http://127.0.0.1:41234}; empty if a port was waited for
     */
    public String readyLine() {
        return readyLine;
    }

    /**
     * How long the application took from its start until it was ready.
     *
     * @return wall-clock time
     */
    public Duration startTime() {
        return startTime;
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
     * What the application has printed so far.
     *
     * @return standard output, then standard error
     */
    public String output() {
        return process.output().all();
    }

    /**
     * Waits for a line that the application prints; what it has printed already counts.
     *
     * @param wanted true for the line
     * @param limit how long to wait for it
     * @return the line without its end; empty if it has not come in time, or cannot come any more
     */
    public Optional<String> awaitLine(Predicate<String> wanted, Duration limit) {
        return process.awaitLine(wanted, limit);
    }

    /**
     * Asks the application to end, as every container platform does (SIGTERM), and waits until it has.
     *
     * @param limit how long that may take; Cloud Run gives 10 seconds, Kubernetes 30
     * @return the exit code, 143 for a JVM without more to say; empty if it has not ended in time
     */
    public OptionalInt stop(Duration limit) {
        process.handle().destroy();
        return process.awaitExit(limit);
    }

    /** Ends the application if it still runs. Waits until it is gone. */
    @Override
    public void close() {
        process.close();
    }

    /** What to run and how; {@link #jar} and one of {@link #readyLine} and {@link #readyPort} must be set. */
    public static final class Builder {
        private @Nullable Path jar;
        private @Nullable Readiness readiness;
        private @Nullable RawHttpClient port;
        private List<String> arguments = List.of();
        private List<String> jvmOptions = List.of();
        private Map<String, String> variables = Map.of();
        private Path java = JavaLaunch.thisJava();
        private Duration startLimit = Duration.ofSeconds(60);

        private Builder() {}

        /**
         * Sets the application.
         *
         * @param application a jar with a main class
         * @return this builder
         */
        public Builder jar(Path application) {
            jar = application;
            return this;
        }

        /**
         * Sets the application's arguments; by default none.
         *
         * @param all the arguments in their order
         * @return this builder
         */
        public Builder arguments(List<String> all) {
            arguments = List.copyOf(all);
            return this;
        }

        /**
         * Sets environment variables. Nothing of the test's own environment is passed on but {@code PATH}.
         *
         * @param all values by name, for example {@code PORT=8080}
         * @return this builder
         */
        public Builder environment(Map<String, String> all) {
            variables = Map.copyOf(all);
            return this;
        }

        /**
         * Sets the JVM's flags; by default none.
         *
         * @param options flags, for example {@code -Xmx256m}
         * @return this builder
         */
        public Builder jvmOptions(List<String> options) {
            jvmOptions = List.copyOf(options);
            return this;
        }

        /**
         * Sets the JDK that runs the application; by default the one that runs the test.
         *
         * @param javaHome the folder that holds {@code bin/java}
         * @return this builder
         */
        public Builder java(Path javaHome) {
            java = javaHome;
            return this;
        }

        /**
         * Waits for a line that the application prints, on standard output or standard error.
         *
         * @param wanted true for the line that says that it is ready
         * @return this builder
         */
        public Builder readyLine(Predicate<String> wanted) {
            readiness = Readiness.line(wanted);
            return this;
        }

        /**
         * Waits until a port accepts connections.
         *
         * @param number the port on 127.0.0.1, 1 to 65535; it must be free before
         * @return this builder
         */
        public Builder readyPort(int number) {
            port = RawHttpClient.tcp(number);
            readiness = Readiness.port(port);
            return this;
        }

        /**
         * Sets how long the application may take until it is ready; by default 60 seconds.
         *
         * @param limit more than zero
         * @return this builder
         */
        public Builder startLimit(Duration limit) {
            startLimit = limit;
            return this;
        }

        /**
         * Starts the application and waits until it is ready.
         *
         * @return a running harness; close it
         * @throws HarnessException if a setting is missing, or if the application ended or took too long; the message shows what it
         *     printed
         */
        public JarHarness start() {
            requirePortUnused();
            Readiness sign = Settings.required(readiness, "readyLine");
            Map<String, String> environment = new HashMap<>(JavaLaunch.environment());
            environment.putAll(variables);
            List<String> command = command();
            long start = System.nanoTime();
            ChildProcess process = ChildProcess.start(
                    "The application", command, environment, Path.of("").toAbsolutePath());
            String line = sign.await(process, startLimit);
            return new JarHarness(process, line, Duration.ofNanos(System.nanoTime() - start));
        }

        private void requirePortUnused() {
            if (port != null && Readiness.accepts(port)) {
                throw HarnessException.setting(
                        "Something else listens on the port of readyPort(...) already: choose another one.");
            }
        }

        private List<String> command() {
            List<String> command = new ArrayList<>();
            command.add(JavaLaunch.command(java));
            command.addAll(jvmOptions);
            command.add("-jar");
            command.add(Settings.required(jar, "jar").toAbsolutePath().toString());
            command.addAll(arguments);
            return command;
        }
    }
}
