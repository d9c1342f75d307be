package dev.aloft.local;

import dev.aloft.spi.FunctionIndex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A server whose console can be read. */
final class TestServer implements AutoCloseable {
    static final ServerLimits LIMITS = ServerLimits.withBodyLength(ServerLimits.DEFAULT_BODY_LENGTH);

    static ServerLimits withTimes(Duration time) {
        return new ServerLimits(
                LIMITS.targetLength(),
                LIMITS.headLength(),
                LIMITS.headerLines(),
                LIMITS.bodyLength(),
                time,
                time,
                time,
                LIMITS.connections());
    }

    static ServerLimits withConnections(int most) {
        return new ServerLimits(
                LIMITS.targetLength(),
                LIMITS.headLength(),
                LIMITS.headerLines(),
                LIMITS.bodyLength(),
                LIMITS.headTime(),
                LIMITS.bodyTime(),
                LIMITS.idleTime(),
                most);
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final LocalServer server;

    private TestServer(LocalFunctions functions, ServerLimits limits) {
        Console console = new Console(new PrintStream(out, true), new PrintStream(errors, true));
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = LocalServer.start(functions, address, limits, console);
    }

    static TestServer start() {
        return start(new TestApplication(), LIMITS);
    }

    static TestServer start(FunctionIndex index, ServerLimits limits) {
        return new TestServer(Calm.of(index, Map.of("COLOUR", "red")), limits);
    }

    /** Delivers again at once, so that no test waits. */
    static TestServer eager(FunctionIndex index) {
        return new TestServer(Calm.of(index, "1ms"), LIMITS);
    }

    URI uri() {
        return server.uri();
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    int connections() {
        return server.connections();
    }

    RawClient connect() throws IOException {
        return new RawClient(uri());
    }

    @Override
    public void close() {
        server.close();
    }
}
