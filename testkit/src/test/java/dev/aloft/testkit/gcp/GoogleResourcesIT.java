package dev.aloft.testkit.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Body;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.testkit.runtime.GoogleInvokerHarness;
import dev.aloft.testkit.runtime.HttpReply;
import dev.aloft.testkit.runtime.RawHttpRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Storage events, firings and changes through Google's own invoker, by both signatures. */
class GoogleResourcesIT {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    static Path folder;

    private static GoogleInvokerHarness http;
    private static GoogleInvokerHarness cloudEvent;

    /** By which signature the function is called. */
    enum Signature {
        HTTP,
        CLOUD_EVENT;

        GoogleInvokerHarness server() {
            return this == HTTP ? http : cloudEvent;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        http = GoogleServer.builder(folder, ResourceApplication.class, Map.of()).start();
        cloudEvent = GoogleServer.builder(folder, ResourceApplication.class, Map.of())
                .signatureType("cloudevent")
                .start();
    }

    @AfterAll
    static void stop() {
        if (http != null) {
            http.close();
        }
        if (cloudEvent != null) {
            cloudEvent.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keyWithEverythingThatIsEncodedSomewhereArrives(Signature signature) throws IOException {
        String key = "cats/a,b, c+%2B%20 caf\u00e9.png";
        StorageEvent object = StorageEvent.builder(StorageEvent.Kind.CREATED, "uploads", key)
                .id("o-" + signature)
                .size(5)
                .build();

        assertAcknowledged(send(CloudEventEncoder.binary(StorageEncoder.event(object)), signature.server()), signature);
        assertAcknowledged(
                send(CloudEventEncoder.structured(StorageEncoder.event(object)), signature.server()), signature);

        assertPrinted(signature.server(), "object o-" + signature + " CREATED: " + key + ", size 5");
    }

    @ParameterizedTest
    @EnumSource
    void changesOfEveryDatabaseArrive(Signature signature) throws IOException {
        for (Event event : new Event[] {
            DatabaseEncoder.firestore().event(change("f-" + signature)),
            DatabaseEncoder.firestoreJson().event(change("j-" + signature)),
            DatabaseEncoder.datastore().event(change("d-" + signature)),
            DatabaseEncoder.realtime().event(change("r-" + signature))
        }) {
            assertAcknowledged(send(CloudEventEncoder.binary(event), signature.server()), signature);
            assertAcknowledged(send(CloudEventEncoder.structured(event), signature.server()), signature);

            assertPrinted(signature.server(), "change " + event.id() + " UPDATE of p-1: {name=M\u00fcg, stock=12}");
        }
    }

    private static ChangeEvent<Document> change(String id) {
        return ChangeEvent.builder(id, Operation.UPDATE, "products")
                .key(Document.builder().set("id", "p-1").build())
                .before(Document.builder()
                        .set("name", "M\u00fcg")
                        .set("stock", 11)
                        .build())
                .after(Document.builder()
                        .set("name", "M\u00fcg")
                        .set("stock", 12)
                        .build())
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void messageOfAJobsTopicIsAFiring(Signature signature) throws IOException {
        Message<Body> message = Message.builder("m-" + signature, "{}").build();

        assertAcknowledged(
                send(PubSubEncoder.binaryEvent("projects/p/topics/clean-up").encode(message), signature.server()),
                signature);

        assertPrinted(signature.server(), "firing m-" + signature + " of clean-up");
    }

    @Test
    void requestOfAJobIsAFiring() throws IOException {
        ScheduleEvent firing = ScheduleEvent.builder("clean-up", Instant.now())
                .scheduledAt(Instant.parse("2026-07-10T03:30:00Z"))
                .build();

        assertAcknowledged(send(CloudSchedulerEncoder.request(firing), http), Signature.HTTP);

        assertPrinted(http, "firing clean-up/2026-07-10T03:30:00Z of clean-up");
    }

    private static HttpReply send(GoogleRequest request, GoogleInvokerHarness server) throws IOException {
        RawHttpRequest raw = RawHttpRequest.of("POST", "/");
        for (int line = 0; line < request.headers().size(); line++) {
            raw = raw.with(request.headers().name(line), request.headers().value(line));
        }
        return server.send(raw.withBody(request.body()));
    }

    /** The framework answers 200 for an event function that returned. */
    private static void assertAcknowledged(HttpReply reply, Signature signature) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(signature == Signature.HTTP ? 204 : 200);
    }

    private static void assertPrinted(GoogleInvokerHarness server, String text) {
        assertThat(server.awaitLine(line -> line.contains(text), SOON)).as(text).isPresent();
    }
}
