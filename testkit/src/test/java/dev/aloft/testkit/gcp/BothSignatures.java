package dev.aloft.testkit.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.testkit.runtime.GoogleInvokerHarness;
import dev.aloft.testkit.runtime.HttpReply;
import dev.aloft.testkit.runtime.RawHttpRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests of one application behind Google's own invoker, by both signatures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BothSignatures {
    private static final Duration SOON = Duration.ofSeconds(10);

    /** By which signature the function is called. */
    enum Signature {
        HTTP,
        CLOUD_EVENT
    }

    private final Class<?> application;
    private @Nullable GoogleInvokerHarness http;
    private @Nullable GoogleInvokerHarness cloudEvent;

    BothSignatures(Class<?> application) {
        this.application = application;
    }

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        http = GoogleServer.builder(folder, application, Map.of()).start();
        cloudEvent = GoogleServer.builder(folder, application, Map.of())
                .signatureType("cloudevent")
                .start();
    }

    @AfterAll
    void stop() {
        if (http != null) {
            http.close();
        }
        if (cloudEvent != null) {
            cloudEvent.close();
        }
    }

    GoogleInvokerHarness server(Signature signature) {
        return Objects.requireNonNull(signature == Signature.HTTP ? http : cloudEvent);
    }

    HttpReply send(GoogleRequest request, Signature signature) throws IOException {
        return send(request, server(signature));
    }

    static HttpReply send(GoogleRequest request, GoogleInvokerHarness server) throws IOException {
        RawHttpRequest raw = RawHttpRequest.of("POST", "/");
        for (int line = 0; line < request.headers().size(); line++) {
            raw = raw.with(request.headers().name(line), request.headers().value(line));
        }
        return server.send(raw.withBody(request.body()));
    }

    /** The framework answers 200 for an event function that returned. */
    void assertAcknowledged(GoogleRequest request, Signature signature) throws IOException {
        HttpReply reply = send(request, signature);
        assertThat(reply.status()).as(reply.text()).isEqualTo(signature == Signature.HTTP ? 204 : 200);
    }

    void assertPrinted(Signature signature, String text) {
        assertPrinted(server(signature), text);
    }

    static void assertPrinted(GoogleInvokerHarness server, String text) {
        assertThat(server.awaitLine(line -> line.contains(text), SOON)).as(text).isPresent();
    }
}
