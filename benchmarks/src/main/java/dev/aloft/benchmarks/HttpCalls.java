package dev.aloft.benchmarks;

import dev.aloft.testkit.runtime.HttpReply;
import dev.aloft.testkit.runtime.RawHttpClient;
import dev.aloft.testkit.runtime.RawHttpConnection;
import dev.aloft.testkit.runtime.RawHttpRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The same request again and again, on one connection. */
final class HttpCalls implements AutoCloseable {
    private final Contestant contestant;
    private final RawHttpClient client;
    private final RawHttpRequest request;
    private @Nullable RawHttpConnection connection;

    HttpCalls(Contestant contestant, RawHttpClient client, String path) {
        this.contestant = contestant;
        this.client = client;
        this.request = RawHttpRequest.of("POST", path)
                .with("Content-Type", "application/json")
                .withBody("{\"name\":\"Ada\"}");
    }

    Duration call() throws IOException {
        long start = System.nanoTime();
        if (connection == null) {
            connection = client.open();
        }
        HttpReply reply = connection.send(request);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        Running.require(reply.status() == 200 && reply.text().contains(Running.EXPECTED), contestant, reply);
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
