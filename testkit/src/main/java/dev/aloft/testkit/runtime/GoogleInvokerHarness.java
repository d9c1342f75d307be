package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Runs a function under Google's own Java invoker, as Cloud Run functions do: the real invoker in a process of its own, which loads
 * the code by its own class loader and serves HTTP.
 *
 * <pre>{@code
 * assumeThat(GoogleInvokerHarness.unavailableReason()).isEmpty();
 * try (GoogleInvokerHarness google = GoogleInvokerHarness.builder()
 *         .code(Path.of("target/shop.jar"))
 *         .target("dev.aloft.gcp.GcpEntryPoint")
 *         .environment(Map.of("ALOFT_FUNCTION", "place-order"))
 *         .start()) {
 *     HttpReply reply = google.send(RawHttpRequest.of("POST", "/orders/7").withBody(json));
 * }
 * }</pre>
 *
 * <p>The invoker binds all addresses of the machine and cannot be told otherwise, so it runs in a Linux network namespace that has
 * nothing but loopback; requests reach it through a Unix domain socket. Where that is not possible the harness does not start,
 * unless the system property {@value #OPEN_PORT} is {@code true}: then the invoker listens on a free port of all addresses.
 *
 * <p>Thread-safe. Any number of harnesses can run side by side.
 *
 * @see <a href="https://github.com/GoogleCloudPlatform/functions-framework-java">Google's functions framework for Java</a>
 */
public final class GoogleInvokerHarness implements AutoCloseable {
    /** The system property that allows a port open to the network, where no namespace can be made. */
    public static final String OPEN_PORT = "aloft.testkit.invoker.openPort";

    private final TempFolder folder;
    private final InvokerProcess invoker;

    private GoogleInvokerHarness(TempFolder folder, InvokerProcess invoker) {
        this.folder = folder;
        this.invoker = invoker;
    }

    /**
     * A harness to be set up.
     *
     * @return a builder without code and target, which must be set
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Why this machine cannot run Google's invoker without opening a port to the network, for a test to be skipped with that text.
     *
     * @return a sentence; empty if it can, or if the system property {@value #OPEN_PORT} allows the port
     */
    public static Optional<String> unavailableReason() {
        if (Boolean.getBoolean(OPEN_PORT) || LoopbackNamespace.find().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                "Google's invoker listens on all addresses, and this machine does not allow a network namespace"
                        + " (unshare -rn, ip link) that keeps it to itself. To let it listen all the same, set the system property "
                        + OPEN_PORT
                        + " to true.");
    }

    /**
     * Sends one request on a new connection.
     *
     * @param request what to send, exactly as written
     * @return the answer
     * @throws java.net.SocketTimeoutException if the answer is not complete within 30 seconds
     * @throws IOException if the invoker closed the connection without an answer
     */
    public HttpReply send(RawHttpRequest request) throws IOException {
        return client().send(request);
    }

    /**
     * A client of the invoker, for connections that are kept or another time limit.
     *
     * @return a client
     */
    public RawHttpClient client() {
        return invoker.client();
    }

    /**
     * How long the invoker took from its start until it accepted connections.
     *
     * @return wall-clock time
     */
    public Duration startTime() {
        return invoker.startTime();
    }

    /**
     * What the invoker's process has used so far; measure before {@link #close()}.
     *
     * @return CPU time and peak memory, zero once the process has ended
     */
    public ProcessUsage usage() {
        return ProcessUsage.of(invoker.server());
    }

    ProcessHandle process() {
        return invoker.server();
    }

    /**
     * What the invoker has printed so far: on Google Cloud, its log.
     *
     * @return standard output, then standard error
     */
    public String output() {
        return invoker.process().output().all();
    }

    /**
     * Waits for a line that the invoker prints; what it has printed already counts.
     *
     * @param wanted true for the line
     * @param limit how long to wait for it
     * @return the line without its end; empty if it has not come in time, or cannot come any more
     */
    public Optional<String> awaitLine(Predicate<String> wanted, Duration limit) {
        return invoker.process().awaitLine(wanted, limit);
    }

    /**
     * Asks the invoker to end, as Cloud Run does (SIGTERM), and waits until it has.
     *
     * @param limit how long that may take; Cloud Run gives 10 seconds
     * @return the exit code; empty if it has not ended in time
     */
    public OptionalInt stop(Duration limit) {
        invoker.server().destroy();
        return invoker.process().awaitExit(limit);
    }

    /** Ends the invoker. Waits until it is gone. */
    @Override
    public void close() {
        try (folder) {
            invoker.process().close();
        }
    }

    /** What to run and how; {@link #code} and {@link #target} must be set. */
    public static final class Builder {
        private GoogleLaunch launch = GoogleLaunch.DEFAULT;
        private Duration startLimit = Duration.ofSeconds(60);

        private Builder() {}

        /**
         * Sets the function's code.
         *
         * @param jarOrFolder a jar, or a folder of classes
         * @return this builder
         */
        public Builder code(Path jarOrFolder) {
            launch = launch.withCode(jarOrFolder);
            return this;
        }

        /**
         * Sets the function's class, the entry point of the deployment.
         *
         * @param className for example {@code dev.aloft.gcp.GcpEntryPoint}
         * @return this builder
         */
        public Builder target(String className) {
            launch = launch.withTarget(className);
            return this;
        }

        /**
         * Sets which interface of the function is called; by default {@code http}.
         *
         * @param signature {@code http}, {@code cloudevent}, {@code event} or {@code typed}; empty to leave the choice to the invoker
         * @return this builder
         */
        public Builder signatureType(String signature) {
            launch = launch.withSignatureType(signature);
            return this;
        }

        /**
         * Sets environment variables beside Google's own, or instead of them. Nothing of the test's own environment is passed on.
         *
         * @param variables values by name, for example {@code K_SERVICE=orders}
         * @return this builder
         */
        public Builder environment(Map<String, String> variables) {
            launch = launch.withVariables(variables);
            return this;
        }

        /**
         * Sets the JVM's flags instead of the default, which starts fast: C1 only, serial collector, 512 MB of heap.
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
         * Sets how long the invoker may take until it accepts connections; by default 60 seconds.
         *
         * @param limit more than zero
         * @return this builder
         */
        public Builder startLimit(Duration limit) {
            startLimit = limit;
            return this;
        }

        /**
         * Starts the invoker and waits until it accepts connections.
         *
         * @return a running harness; close it
         * @throws HarnessException if a setting is missing or wrong, if Google's invoker is not on this machine, or if it ended
         *     instead, as it does for a function that it cannot make; the message shows what it printed
         */
        public GoogleInvokerHarness start() {
            unavailableReason().ifPresent(reason -> {
                throw HarnessException.unavailable(reason);
            });
            TempFolder folder = TempFolder.create();
            try {
                return new GoogleInvokerHarness(folder, InvokerProcess.start(launch, folder.path(), startLimit));
            } catch (RuntimeException failure) {
                try (folder) {
                    throw failure;
                }
            }
        }
    }
}
