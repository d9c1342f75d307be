package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Google's invoker, ready for requests.
 *
 * @param process what was started: the relay with the invoker as its child, or the invoker itself
 * @param server the invoker
 */
record InvokerProcess(ChildProcess process, ProcessHandle server, RawHttpClient client, Duration startTime) {
    private static final String NAME = "Google's invoker";
    private static final int NAMESPACE_PORT = 8080;

    static InvokerProcess start(GoogleLaunch launch, Path folder, Duration limit) {
        Optional<LoopbackNamespace> namespace = LoopbackNamespace.find();
        return namespace.isPresent()
                ? startInside(namespace.get(), launch, folder, limit)
                : startOpen(launch, folder, limit);
    }

    private static InvokerProcess startInside(
            LoopbackNamespace namespace, GoogleLaunch launch, Path folder, Duration limit) {
        Path socket = folder.resolve("http");
        List<String> command = new ArrayList<>(relayCommand());
        command.addAll(List.of(socket.toString(), Integer.toString(NAMESPACE_PORT)));
        command.addAll(launch.command(NAMESPACE_PORT));
        long start = System.nanoTime();
        ChildProcess relay =
                ChildProcess.startTied(NAME, namespace.command(command), launch.environment(NAMESPACE_PORT), folder);
        RawHttpClient client = RawHttpClient.unix(socket);
        Readiness.port(client).await(relay, limit);
        return new InvokerProcess(relay, relay.children().get(0), client, since(start));
    }

    private static InvokerProcess startOpen(GoogleLaunch launch, Path folder, Duration limit) {
        int port = freePort();
        long start = System.nanoTime();
        ChildProcess process = ChildProcess.start(NAME, launch.command(port), launch.environment(port), folder);
        RawHttpClient client = RawHttpClient.tcp(port);
        Readiness.port(client).await(process, limit);
        return new InvokerProcess(process, process.handle(), client, since(start));
    }

    /** A JVM that needs nothing but our own classes and has its flags for a fast start. */
    private static List<String> relayCommand() {
        String java = JavaLaunch.command(JavaLaunch.thisJava());
        List<String> flags = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx64m");
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(flags);
        command.addAll(List.of("-cp", ownClasses().toString(), NamespaceRelay.class.getName()));
        return command;
    }

    private static Path ownClasses() {
        try {
            return Path.of(NamespaceRelay.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException invalid) {
            throw new IllegalStateException("The test kit's classes have no usable place", invalid);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, RawHttpClient.loopback())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw HarnessException.io("Cannot find a free port", failure);
        }
    }
}
