package dev.aloft.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A server that looks for changed classes, and whose console can be read. */
final class ReloadingServer implements AutoCloseable {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final LocalRun run;

    ReloadingServer(Path classes, String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--port=0";
        all[1] = "--reload=" + classes;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        Console console = new Console(new PrintStream(out, true), new PrintStream(errors, true));
        run = LocalRun.start(Options.parse(all, Map.of()), Map.of(), console);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + run.port());
    }

    String get(String path) throws IOException {
        return RawClient.exchange(uri(), "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                .text();
    }

    int post(String path, String body) throws IOException {
        return RawClient.exchange(
                        uri(),
                        "POST " + path + " HTTP/1.1\r\nHost: localhost:" + run.port() + "\r\nContent-Length: "
                                + body.length() + "\r\n\r\n" + body)
                .status();
    }

    /** Waits until a path is answered with a text. @return how long it took */
    Duration await(String path, String text) throws IOException {
        long start = System.nanoTime();
        String got = get(path);
        while (!got.equals(text)) {
            if (System.nanoTime() - start > Duration.ofSeconds(20).toNanos()) {
                throw new AssertionError(path + " is answered " + got + ", not " + text + "\n" + out + errors);
            }
            LockSupport.parkNanos(2_000_000);
            got = get(path);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Waits until the console shows a text. */
    void awaitConsole(String text) {
        long start = System.nanoTime();
        while (!console().contains(text)) {
            if (System.nanoTime() - start > Duration.ofSeconds(20).toNanos()) {
                throw new AssertionError("The console does not show " + text + "\n" + console());
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    /** Waits until the console shows a text that often. */
    void awaitConsoleTimes(String text, int times) {
        long start = System.nanoTime();
        while (console().split(text, -1).length <= times) {
            if (System.nanoTime() - start > Duration.ofSeconds(20).toNanos()) {
                throw new AssertionError("The console does not show " + times + " times " + text + "\n" + console());
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    String console() {
        return out.toString(StandardCharsets.UTF_8) + errors.toString(StandardCharsets.UTF_8);
    }

    String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    /** As Ctrl-C does. */
    void stop() {
        run.close();
    }

    @Override
    public void close() {
        stop();
    }
}
