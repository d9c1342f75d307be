package dev.aloft.benchmarks;

import dev.aloft.testkit.runtime.HttpReply;
import dev.aloft.testkit.runtime.RawHttpClient;
import dev.aloft.testkit.runtime.RawHttpConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The same request again and again, on one connection. */
final class HttpCalls implements AutoCloseable {
    private final Contestant contestant;
    private final RawHttpClient client;
    private final HttpWork work;
    private @Nullable RawHttpConnection connection;

    HttpCalls(Contestant contestant, RawHttpClient client, HttpWork work) {
        this.contestant = contestant;
        this.client = client;
        this.work = work;
    }

    Duration call() throws IOException {
        long start = System.nanoTime();
        if (connection == null) {
            connection = client.open();
        }
        HttpReply reply = connection.send(work.request());
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        Running.require(work.isDoneBy(reply), contestant, reply);
        return elapsed;
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
