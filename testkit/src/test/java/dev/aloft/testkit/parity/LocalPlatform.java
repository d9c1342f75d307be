package dev.aloft.testkit.parity;

import dev.aloft.testkit.runtime.HttpField;
import dev.aloft.testkit.runtime.HttpReply;
import dev.aloft.testkit.runtime.JarHarness;
import dev.aloft.testkit.runtime.RawHttpClient;
import dev.aloft.testkit.runtime.RawHttpRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code java -jar parity.jar} on this machine. */
final class LocalPlatform implements Platform {
    private final JarHarness process;
    private final RawHttpClient client;

    LocalPlatform(Path jar) {
        process = JarHarness.builder()
                .jar(jar)
                .arguments(List.of("--port", "0"))
                .readyLine(line -> line.startsWith("Aloft serves "))
                .start();
        String line = process.readyLine();
        client = RawHttpClient.tcp(Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public Observation send(Exchange exchange) throws IOException {
        HttpReply reply = client.send(raw(exchange));
        return Observation.of(reply.status(), reply.fields(), reply.body());
    }

    static RawHttpRequest raw(Exchange exchange) {
        RawHttpRequest request = RawHttpRequest.of(exchange.method(), exchange.target());
        for (HttpField header : exchange.headers()) {
            request = request.with(header.name(), header.value());
        }
        boolean body = exchange.body().length > 0 || exchange.method().startsWith("P");
        return body ? request.withBody(exchange.body()) : request;
    }

    @Override
    public void close() {
        process.close();
    }
}
