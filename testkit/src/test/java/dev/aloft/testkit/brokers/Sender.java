package dev.aloft.testkit.brokers;

import dev.aloft.Body;
import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.StorageEvent;
import dev.aloft.local.LocalFunctions;
import dev.aloft.testkit.aws.EventBridgeEncoder;
import dev.aloft.testkit.aws.MessageEncoder;
import dev.aloft.testkit.aws.S3Encoder;
import dev.aloft.testkit.gcp.CloudEventEncoder;
import dev.aloft.testkit.gcp.DatabaseEncoder;
import dev.aloft.testkit.gcp.GoogleRequest;
import dev.aloft.testkit.gcp.PubSubEncoder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/** Delivers words to a function of {@link PairedApplication} as one source does: together where it has batches. */
interface Sender {
    Attempt send(List<String> words);

    static Sender lambda(FunctionKind kind, String partial, MessageEncoder encoder) {
        return words ->
                PairedDeployments.lambda(kind, encoder.encode(messages(words)), Map.of("ALOFT_PARTIAL_BATCH", partial));
    }

    static Sender eventBridge() {
        return words -> PairedDeployments.lambda(
                FunctionKind.EVENT, new EventBridgeEncoder().encode(event(json(words.get(0)), "application/json")));
    }

    /** An object of each word, all in one event or each in a message. */
    static Sender s3(MessageEncoder carrier) {
        return words -> {
            List<Message<Body>> carried = new ArrayList<>();
            for (Message<Body> message : messages(words)) {
                StorageEvent event = StorageEvent.builder(
                                StorageEvent.Kind.CREATED,
                                "uploads",
                                message.body().text())
                        .build();
                carried.add(message.toBuilder(new S3Encoder().encode(List.of(event)))
                        .build());
            }
            return PairedDeployments.lambda(
                    FunctionKind.STORAGE, carrier.encode(carried), Map.of("ALOFT_PARTIAL_BATCH", "on"));
        };
    }

    /** One event, as something makes it of a word. */
    static Sender lambda(FunctionKind kind, Function<String, byte[]> encoder) {
        return words -> PairedDeployments.lambda(kind, encoder.apply(words.get(0)));
    }

    /** A change for each word, all of one shard. */
    static Sender changes(String partial, Function<List<ChangeEvent<Document>>, byte[]> encoder) {
        return words -> {
            List<ChangeEvent<Document>> changes = new ArrayList<>();
            for (int number = 1; number <= words.size(); number++) {
                changes.add(ChangeEvent.builder("c-" + number, ChangeEvent.Operation.INSERT, "products")
                        .after(Document.builder()
                                .set("word", words.get(number - 1))
                                .build())
                        .sequence(Integer.toString(number))
                        .build());
            }
            return PairedDeployments.lambda(
                    FunctionKind.CHANGE, encoder.apply(changes), Map.of("ALOFT_PARTIAL_BATCH", partial));
        };
    }

    static Sender direct() {
        return words -> PairedDeployments.lambda(FunctionKind.EVENT, bytes("{" + json(words.get(0)) + ":1}"));
    }

    static Sender azure(FunctionKind kind, String entry) {
        return words -> PairedDeployments.azure(kind, entry, bytes(words.get(0)), Map.of());
    }

    static Sender eventHubs() {
        return words -> PairedDeployments.azure(
                FunctionKind.STREAM,
                "eventHubs",
                words.stream().map(Sender::bytes).toArray(byte[][]::new),
                Map.of());
    }

    static Sender eventGrid(FunctionKind kind) {
        return words -> PairedDeployments.azure(
                kind,
                "eventGrid",
                "{\"id\":\"e-1\",\"topic\":\"/shop\",\"eventType\":\"com.acme.placed\",\"data\":" + json(words.get(0))
                        + "}",
                Map.of());
    }

    /** A blob with the word for its name, in the Event Grid schema. */
    static Sender azureStorage() {
        return words -> PairedDeployments.azure(
                FunctionKind.STORAGE,
                "storage",
                "{\"id\":\"e-1\",\"topic\":\"/files\",\"eventType\":\"Microsoft.Storage.BlobCreated\",\"subject\":"
                        + json("/blobServices/default/containers/uploads/blobs/" + words.get(0)) + ",\"data\":{}}",
                Map.of());
    }

    static Sender azureBlob() {
        return words -> PairedDeployments.azure(
                FunctionKind.STORAGE, "blob", bytes("picture"), Map.of("BlobTrigger", "uploads/" + words.get(0)));
    }

    static Sender azureTimer() {
        return words -> PairedDeployments.azure(
                FunctionKind.SCHEDULE,
                "timer",
                "{" + PairedApplication.TIMER_WORD + words.get(0) + "\",\"IsPastDue\":false}",
                Map.of());
    }

    /** All words in one batch, each as the trigger's extension has a change. */
    static Sender azureChanges(String entry, Function<String, String> change) {
        return words -> PairedDeployments.azure(
                FunctionKind.CHANGE, entry, words.stream().map(change).toList().toString(), Map.of());
    }

    static Sender google(FunctionKind kind, Function<Message<Body>, GoogleRequest> encoder) {
        return words -> google(kind, encoder.apply(messages(words).get(0)));
    }

    /** One request, as something makes it of a word. */
    static Sender googleRequest(FunctionKind kind, Function<String, GoogleRequest> encoder) {
        return words -> google(kind, encoder.apply(words.get(0)));
    }

    /** A new document with the word. */
    static Sender googleChange(DatabaseEncoder encoder) {
        return googleRequest(FunctionKind.CHANGE, word -> CloudEventEncoder.binary(encoder.event(change(word))));
    }

    private static ChangeEvent<Document> change(String word) {
        return ChangeEvent.builder("c-1", ChangeEvent.Operation.INSERT, "products")
                .key(Document.builder().set("id", "p-1").build())
                .after(Document.builder().set("word", word).build())
                .build();
    }

    static Sender googleBatch() {
        return words -> google(FunctionKind.TOPIC, PubSubEncoder.batch("projects/p/topics/news", messages(words)));
    }

    static Sender googleEvent() {
        return words -> google(FunctionKind.EVENT, CloudEventEncoder.binary(event(words.get(0), "text/plain")));
    }

    private static Attempt google(FunctionKind kind, GoogleRequest request) {
        return PairedDeployments.google(kind, GoogleExchange.of(request));
    }

    /** By the signature for events: a message within its envelope, or an event. */
    static Sender googleObject(FunctionKind kind) {
        return words -> {
            String word = words.get(0);
            if (kind == FunctionKind.EVENT) {
                return PairedDeployments.google(
                        kind, new GoogleCloudEvent("com.acme.placed", URI.create("/shop"), json(word)));
            }
            String data = Base64.getEncoder().encodeToString(bytes(word));
            return PairedDeployments.google(
                    kind,
                    new GoogleCloudEvent(
                            "google.cloud.pubsub.topic.v1.messagePublished",
                            URI.create("//pubsub.googleapis.com/projects/p/topics/news"),
                            "{\"message\":{\"messageId\":\"m-1\",\"data\":\"" + data + "\"},\"subscription\":\"s\"}"));
        };
    }

    /** In this process, with all deliveries that follow. */
    static Sender local(FunctionKind kind) {
        return words -> {
            LocalFunctions functions =
                    LocalFunctions.of(new PairedApplication()).withProfile("calm");
            words.forEach(word -> send(functions, kind, word));
            functions.deliverAll();
            OptionalInt attempts = attempts(functions, kind);
            return attempts.isEmpty()
                    ? new Attempt(false, "no dead letters")
                    : new Attempt(true, "dead letter after " + attempts.getAsInt() + " attempts");
        };
    }

    private static void send(LocalFunctions functions, FunctionKind kind, String word) {
        switch (kind) {
            case QUEUE -> functions.queue("orders").send(word);
            case TOPIC -> functions.topic("news").publish(word);
            case STREAM -> functions.stream("clicks").append("key", word);
            case EVENT -> functions.event(event(word, "text/plain"));
            default -> throw new IllegalArgumentException(kind + " is not sent here.");
        }
    }

    /** Of the dead letter, if there is one. */
    private static OptionalInt attempts(LocalFunctions functions, FunctionKind kind) {
        List<Integer> attempts = new ArrayList<>();
        functions.queue("orders").deadLetters().forEach(letter -> attempts.add(letter.attempts()));
        functions.topic("news").deadLetters().forEach(letter -> attempts.add(letter.attempts()));
        functions.stream("clicks").deadLetters().forEach(letter -> attempts.add(letter.attempts()));
        functions.deadEvents().forEach(letter -> attempts.add(letter.attempts()));
        if (attempts.size() > 1) {
            throw new IllegalStateException(kind + " has " + attempts.size() + " dead letters.");
        }
        return attempts.isEmpty() ? OptionalInt.empty() : OptionalInt.of(attempts.get(0));
    }

    /** All of one group, shard and partition, with places from 1 on. */
    private static List<Message<Body>> messages(List<String> words) {
        List<Message<Body>> messages = new ArrayList<>();
        for (int number = 1; number <= words.size(); number++) {
            messages.add(Message.builder("m-" + number, words.get(number - 1))
                    .source("orders")
                    .attempt(1)
                    .orderingKey("key")
                    .partition("0")
                    .sequence(Integer.toString(number))
                    .enqueuedAt(Instant.parse("2026-07-10T08:00:00Z"))
                    .build());
        }
        return messages;
    }

    private static Event event(String data, String type) {
        return Event.builder("e-1", "/shop", "com.acme.placed")
                .data(bytes(data), type)
                .build();
    }

    private static String json(String word) {
        return "\"" + word + "\"";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
