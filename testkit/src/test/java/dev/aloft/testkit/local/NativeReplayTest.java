package dev.aloft.testkit.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.Functions;
import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.Message;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.local.LocalFunctions;
import dev.aloft.local.Replayed;
import dev.aloft.local.recording.Recording;
import dev.aloft.local.recording.Redaction;
import dev.aloft.local.recording.Result;
import dev.aloft.runtime.NativePayload;
import dev.aloft.testkit.aws.HttpApiV2Encoder;
import dev.aloft.testkit.aws.SqsEncoder;
import dev.aloft.testkit.gcp.GoogleRequest;
import dev.aloft.testkit.gcp.PubSubEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recorded native event goes through the adapter of its platform, and is redacted without losing its form. */
class NativeReplayTest {
    private static final Redaction KEEPING = Redaction.standard().keepingOpaque();
    private static final Result HANDLED = new Result("handled", 0, "", "");

    @TempDir
    Path folder;

    private final List<Object> got = new ArrayList<>();

    private final Functions.Builder functions = Functions.builder();

    private Functions.Builder order() {
        return functions.http("place-order", "POST", "/orders", (request, context) -> {
            got.add(request);
            return HttpResponse.created("/orders/o-1");
        });
    }

    private Functions.Builder ship() {
        return functions.queue("ship-order", "orders", Body.class, (message, context) -> {
            got.add(message);
            if (message.body().text().contains("later")) {
                throw new IllegalStateException("out of stock");
            }
        });
    }

    /** By way of a file, as a user does. */
    private Replayed replay(String provider, NativePayload payload, Redaction redaction, Map<String, String> settings)
            throws IOException {
        Path file = folder.resolve("recording.json");
        Recording.ofNative(provider, payload, redaction).write(file);
        return LocalFunctions.of(functions.build(), settings).replay(Recording.read(file));
    }

    private Replayed replay(String provider, NativePayload payload) throws IOException {
        return replay(provider, payload, KEEPING, Map.of());
    }

    private static NativePayload lambda(byte[] event) {
        return new NativePayload("", "", Attributes.empty(), event);
    }

    private static Message<Body> message(String id, String body) {
        return Message.builder(id, body)
                .source("orders")
                .attempt(2)
                .attributes(Attributes.of("api-key", "s3cret", "colour", "red"))
                .build();
    }

    private Message<?> only() {
        assertThat(got).hasSize(1);
        return (Message<?>) got.get(0);
    }

    @Test
    void sqsIsReplayed() throws IOException {
        ship();

        Replayed again = replay("aws", lambda(new SqsEncoder("orders").encode(List.of(message("m-1", "two teas")))));

        assertThat(again.results()).containsExactly(HANDLED);
        assertThat(again.function()).isEqualTo("ship-order");
        assertThat(again.isAsRecorded()).isTrue();
        assertThat(only().body().text()).isEqualTo("two teas");
        assertThat(only().attempt()).hasValue(2);
    }

    @Test
    void partsOfAnSqsBatchFailByThemselves() throws IOException {
        ship();
        byte[] event = new SqsEncoder("orders").encode(List.of(message("m-1", "now"), message("m-2", "later")));

        Replayed partial = replay("aws", lambda(event), KEEPING, Map.of("ALOFT_PARTIAL_BATCH", "on"));
        Replayed whole = replay("aws", lambda(event));

        assertThat(partial.results())
                .containsExactly(HANDLED, Result.thrown("failed", new IllegalStateException("out of stock")));
        assertThat(whole.results()).isEqualTo(partial.results());
        assertThat(whole.isAsRecorded()).isFalse();
    }

    @Test
    void sqsIsRedactedWithinItsBodyAndAttributes() throws IOException {
        ship();
        byte[] event =
                new SqsEncoder("orders").encode(List.of(message("m-1", "{\"item\":\"tea\",\"cardToken\":\"s3cret\"}")));

        Replayed again = replay("aws", lambda(event), Redaction.standard(), Map.of());

        assertThat(again.isAsRecorded()).isTrue();
        assertThat(again.recording().text()).doesNotContain("s3cret");
        assertThat(again.recording().redacted()).containsExactly("api-key", "cardToken");
        assertThat(only().body().text()).isEqualTo("{\"item\":\"tea\",\"cardToken\":\"__redacted__\"}");
        assertThat(only().attribute("api-key")).contains("__redacted__");
        assertThat(only().attribute("colour")).contains("red");
    }

    private static HttpRequest request() {
        return HttpRequest.builder("POST", "/orders")
                .query("code=s3cret")
                .header("authorization", "Bearer s3cret")
                .header("cookie", "session=s3cret")
                .header("content-type", "application/json")
                .body("{\"item\":\"tea\",\"password\":\"s3cret\"}")
                .build();
    }

    @Test
    void apiGatewayIsReplayedRedacted() throws IOException {
        order();

        Replayed again =
                replay("aws", lambda(new HttpApiV2Encoder().encode(request())), Redaction.standard(), Map.of());

        assertThat(again.results()).containsExactly(Result.answered(201));
        assertThat(again.isAsRecorded()).isTrue();
        assertThat(again.recording().text()).doesNotContain("s3cret");
        requireRedacted((HttpRequest) got.get(0));
    }

    private static void requireRedacted(HttpRequest request) {
        assertThat(request.rawQuery()).isEqualTo("code=__redacted__");
        assertThat(request.header("authorization")).contains("__redacted__");
        assertThat(request.text()).isEqualTo("{\"item\":\"tea\",\"password\":\"__redacted__\"}");
    }

    private static NativePayload http(String function, HttpRequest request) {
        return new NativePayload(
                function,
                request.method() + " " + request.path() + "?" + request.rawQuery(),
                fields(request.headers()),
                request.body().bytes());
    }

    private static Attributes fields(Headers headers) {
        Attributes.Builder fields = Attributes.builder();
        for (int i = 0; i < headers.size(); i++) {
            fields.add(headers.name(i), headers.value(i));
        }
        return fields.build();
    }

    @ParameterizedTest
    @CsvSource({"gcp,''", "azure, place-order", "azure, ''"})
    void requestsAreReplayedRedacted(String provider, String function) throws IOException {
        order();

        Replayed again = replay(provider, http(function, request()), Redaction.standard(), Map.of());

        assertThat(again.recording().text()).doesNotContain("s3cret");
        assertThat(again.results()).containsExactly(Result.answered(201));
        requireRedacted((HttpRequest) got.get(0));
    }

    @Test
    void pubSubPushIsReplayedRedacted() throws IOException {
        functions.topic("ship-order", "orders", Body.class, (message, context) -> got.add(message));
        GoogleRequest push = PubSubEncoder.push("projects/p/subscriptions/orders")
                .encode(message("m-1", "{\"pin\":1234,\"item\":\"tea\"}"));
        NativePayload payload = new NativePayload("", "POST /", fields(push.headers()), push.body());

        Replayed again = replay("gcp", payload, Redaction.standard(), Map.of());

        assertThat(again.results()).containsExactly(HANDLED, Result.answered(204));
        assertThat(again.recording().redacted()).contains("pin");
        assertThat(only().body().text()).isEqualTo("{\"pin\":0,\"item\":\"tea\"}");
    }

    @Test
    void aFailedPushIsBoth() throws IOException {
        ship();
        GoogleRequest push =
                PubSubEncoder.push("projects/p/subscriptions/orders").encode(message("m-1", "later"));

        Replayed again = replay("gcp", new NativePayload("", "POST /", fields(push.headers()), push.body()));

        assertThat(again.results())
                .extracting(Result::toString)
                .first()
                .isEqualTo("failed java.lang.IllegalStateException");
        assertThat(again.results()).extracting(Result::what).containsExactly("failed", "answered");
    }

    @Test
    void cloudEventsForTheirSignatureAreReplayed() throws IOException {
        functions.event("hear", List.of("shop.placed"), (event, context) -> got.add(event));
        Attributes headers =
                Attributes.of("ce-specversion", "1.0", "ce-id", "e-1", "ce-source", "/shop", "ce-type", "shop.placed");

        Replayed again = replay("gcp", new NativePayload("", "cloudevent", headers, new byte[0]));

        assertThat(again.results()).containsExactly(HANDLED);
        assertThat(((Event) got.get(0)).id()).isEqualTo("e-1");
    }

    private Replayed azure(String function, String entry, Attributes metadata, String data) throws IOException {
        return replay(
                "azure",
                new NativePayload(function, entry, metadata, data.getBytes(StandardCharsets.UTF_8)),
                KEEPING,
                Map.of());
    }

    @Test
    void azureQueueMessagesAreReplayed() throws IOException {
        ship();

        Replayed storage =
                azure("ship-order", "storageQueue", Attributes.of("Id", "m-1", "DequeueCount", "2"), "two teas");
        Replayed bus = azure(
                "ship-order",
                "serviceBus",
                Attributes.of("MessageId", "m-2", "ApplicationProperties", "{\"colour\":\"red\"}"),
                "later");

        assertThat(storage.results()).containsExactly(HANDLED);
        assertThat(bus.results()).extracting(Result::what).containsExactly("failed");
        assertThat(got).extracting(message -> ((Message<?>) message).id()).containsExactly("m-1", "m-2");
        assertThat(((Message<?>) got.get(0)).attempt()).hasValue(2);
        assertThat(((Message<?>) got.get(1)).attribute("colour")).contains("red");
    }

    @Test
    void otherTriggersOfAzureAreReplayed() throws IOException {
        functions.stream("read", "readings", Body.class, (message, context) -> got.add(message));
        functions.schedule("clean-up", "0 3 * * *", (event, context) -> got.add(event));
        functions.storage(
                "look-at", "uploads", List.of(StorageEvent.Kind.values()), (event, context) -> got.add(event));
        functions.change("index", "products", Document.class, (change, context) -> got.add(change));
        functions.topic("hear", "news", Body.class, (message, context) -> got.add(message));

        List<Replayed> all = List.of(
                azure("read", "eventHubs", Attributes.of("SequenceNumberArray", "[7]"), "a"),
                azure("read", "kafka", Attributes.of("Offset", "7", "Partition", "0", "Topic", "readings"), "b"),
                azure(
                        "clean-up",
                        "timer",
                        Attributes.empty(),
                        "{\"Schedule\":{},\"ScheduleStatus\":null,\"IsPastDue\":true}"),
                azure(
                        "look-at",
                        "blob",
                        Attributes.of(
                                "BlobTrigger", "uploads/a.png", "Uri", "https://a.blob.core.windows.net/uploads/a.png"),
                        "content"),
                azure("look-at", "storage", Attributes.empty(), """
                        {"id":"e-1","topic":"/t","subject":"/blobServices/default/containers/uploads/blobs/a.png",
                        "eventType":"Microsoft.Storage.BlobCreated","eventTime":"2026-01-01T00:00:00Z","dataVersion":"",
                        "data":{"api":"PutBlob","contentLength":3,"url":"https://a.blob.core.windows.net/uploads/a.png"}}"""),
                azure("index", "cosmosDb", Attributes.empty(), "[{\"id\":\"p-1\",\"_ts\":1,\"_etag\":\"a\"}]"),
                azure("index", "sql", Attributes.empty(), "[{\"Operation\":0,\"Item\":{\"id\":\"p-1\"}}]"),
                azure("hear", "eventGrid", Attributes.empty(), """
                        {"id":"e-1","topic":"/t","subject":"s","eventType":"news","eventTime":"2026-01-01T00:00:00Z",
                        "dataVersion":"1","data":{"a":1}}"""));

        assertThat(all)
                .allSatisfy(
                        again -> assertThat(again.results()).as(again.text()).containsExactly(HANDLED));
        assertThat(got).hasSize(8).hasAtLeastOneElementOfType(ScheduleEvent.class);
    }

    @Test
    void anUnknownEntryOfAzureIsNamed() throws IOException {
        ship();

        Replayed again = azure("ship-order", "guess", Attributes.empty(), "a");

        assertThat(again.results())
                .extracting(Result::message)
                .containsExactly("ALOFT-168 Nothing in this jar replays the entry guess of azure. It is a method of"
                        + " dev.aloft.azure.AzureEntryPoint, or a request as in POST /orders.");
    }

    @Test
    void whatTheAdapterRefusesIsAFailure() throws IOException {
        ship();

        Replayed again = replay("aws", lambda("{\"a\":1}".getBytes(StandardCharsets.UTF_8)));

        assertThat(again.results()).extracting(Result::what).containsExactly("failed");
        assertThat(again.results().get(0).message()).startsWith("ALOFT-204 ");
        assertThat(again.text()).startsWith("(no function) failed dev.aloft.AloftException: ALOFT-204 ");
    }

    @Test
    void theFunctionOfARecordingIsChosen() throws IOException {
        order();
        ship();
        functions.queue("count", "orders", Body.class, (message, context) -> {});
        byte[] event = new SqsEncoder("orders").encode(List.of(message("m-1", "a")));

        Replayed chosen = replay("aws", new NativePayload("count", "", Attributes.empty(), event));
        Replayed open = replay("aws", lambda(event));

        assertThat(chosen.function()).isEqualTo("count");
        assertThat(chosen.isAsRecorded()).isTrue();
        assertThat(open.results().get(0).message()).startsWith("ALOFT-208");
        assertThatThrownBy(() -> replay("aws", new NativePayload("gone", "", Attributes.empty(), event)))
                .isInstanceOf(AloftException.class)
                .hasMessageStartingWith("ALOFT-167");
    }
}
