package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aloft.Message;
import dev.aloft.testkit.gcp.GoogleRequest;
import dev.aloft.testkit.gcp.PubSubEncoder;
import dev.aloft.testkit.runtime.GoogleInvokerHarness;
import dev.aloft.testkit.runtime.RawHttpRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A function that asks for a record, behind Pub/Sub, on Google's own invoker. Other frameworks hand the envelope to the codec, get an
 * empty record of it, and acknowledge the message.
 */
class GoogleMessagesIT {
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Map<String, GoogleInvokerHarness> SERVERS = new HashMap<>();

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(GoogleInvokerHarness::close);
    }

    private static GoogleInvokerHarness server(String signature) {
        assumeThat(GoogleInvokerHarness.unavailableReason()).isEmpty();
        return SERVERS.computeIfAbsent(
                signature,
                type -> GoogleInvokerHarness.builder()
                        .code(Path.of("target/shop.jar"))
                        .target("dev.aloft.gcp.GcpEntryPoint")
                        .signatureType(type)
                        .environment(Map.of("ALOFT_FUNCTION", "ship-order"))
                        .start());
    }

    private static int deliver(String id, String payload, String signature) throws IOException {
        GoogleRequest sent = PubSubEncoder.binaryEvent("projects/p/topics/shipments")
                .encode(Message.builder(id, payload).build());
        RawHttpRequest request = RawHttpRequest.of("POST", "/");
        for (int line = 0; line < sent.headers().size(); line++) {
            request = request.with(sent.headers().name(line), sent.headers().value(line));
        }
        return server(signature).send(request.withBody(sent.body())).status();
    }

    private static void assertLogged(String signature, String... texts) {
        assertThat(server(signature).awaitLine(line -> Arrays.stream(texts).allMatch(line::contains), SOON))
                .as(String.join(", ", texts))
                .isPresent();
    }

    /** An empty record has no address, so it would have been rejected. */
    @ParameterizedTest
    @CsvSource({"http, 204", "cloudevent, 200"})
    void rows7And11PayloadBecomesTheRecord(String signature, int acknowledged) throws IOException {
        int handled = deliver("m-1", "{\"orderId\":\"o-1\",\"address\":\"12 Mill Road\"}", signature);
        int rejected = deliver("m-2", "{\"orderId\":\"o-2\"}", signature);

        assertThat(handled).isEqualTo(acknowledged);
        assertThat(rejected).isEqualTo(acknowledged);
        assertLogged(signature, "Function ship-order rejected message m-2", "The shipment has no address.");
        assertThat(server(signature).output()).doesNotContain("message m-1");
    }

    @ParameterizedTest
    @CsvSource({
        "http, '{\"message\":{\"data\":\"e30=\"}}', ALOFT-303",
        "cloudevent, '{\"message\":{\"data\":\"e30=\"}}', ALOFT-303",
        "http, '{}', ALOFT-303",
        "cloudevent, tea, ALOFT-301"
    })
    void rows7And11WhatIsNoSuchRecordIsNotAcknowledged(String signature, String payload, String code)
            throws IOException {
        String id = "no-record-" + payload.length();

        assertThat(deliver(id, payload, signature)).isEqualTo(500);
        assertLogged(signature, "Function ship-order did not handle message " + id, code);
    }
}
