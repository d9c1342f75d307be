package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.Functions;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of Firestore and Datastore, over the HTTP signature. */
class ChangesTest {
    private static final Instant TIME = Instant.parse("2026-05-01T12:00:00.123Z");
    private static final String OLD = "\"oldValue\":" + document("products/p-1");
    private static final String NEW = "\"value\":" + document("products/p-1");

    private final Deployment deployment = Deployment.ofChanges("products");

    @Test
    void firestoreUpdateIsReadFromProtobuf() {
        assertThat(deployment.sendSample("firestore-cloudevent-structured").status())
                .isEqualTo(204);

        assertThat(deployment.changes)
                .containsExactly(ChangeEvent.builder("f-1", Operation.UPDATE, "products")
                        .key(Document.builder().set("id", "p-1").build())
                        .before(product(9.9, false))
                        .after(product(9.5, true))
                        .changedFields(List.of("price", "sold"))
                        .time(TIME)
                        .build());
        assertThat(deployment.changes.get(0).raw())
                .hasValueSatisfying(
                        raw -> assertThat(raw).asString(StandardCharsets.UTF_8).startsWith("{\"specversion\""));
        assertThat(deployment.changes.get(0).isExpiry()).isFalse();
    }

    private static Document product(double price, boolean sold) {
        return Document.builder()
                .set("name", "Mug")
                .set("price", price)
                .set("stock", 12)
                .set("sold", sold)
                .build();
    }

    @Test
    void firestoreWriteIsReadFromJson() {
        assertThat(deployment.sendSample("firestore-cloudevent-json").status()).isEqualTo(204);

        assertThat(deployment.changes)
                .containsExactly(ChangeEvent.builder("f-2", Operation.INSERT, "products")
                        .key(Document.builder()
                                .set("id", "p-1")
                                .set("parent", "shops/s-1")
                                .build())
                        .after(Document.builder()
                                .set("name", "Mug")
                                .set("stock", 12)
                                .set("price", 9.5)
                                .build())
                        .time(TIME)
                        .build());
    }

    @Test
    void datastoreDeletionIsReadFromProtobuf() {
        assertThat(deployment.sendSample("datastore-cloudevent-structured").status())
                .isEqualTo(204);

        assertThat(deployment.changes)
                .containsExactly(ChangeEvent.builder("d-1", Operation.DELETE, "products")
                        .key(Document.builder()
                                .set("id", 5629499534213120L)
                                .set("parent", "shops/s%2F1")
                                .set("namespace", "eu")
                                .build())
                        .before(Document.builder()
                                .set("name", "Mug")
                                .set("stock", 12)
                                .build())
                        .time(TIME)
                        .build());
    }

    @Test
    void datastoreChangeIsReadFromJson() {
        send(
                "datastore.entity.v1.updated",
                "{\"value\":{\"entity\":{\"key\":{\"partitionId\":{\"projectId\":\"p\",\"databaseId\":\"d\"},\"path\":[{\"kind\":"
                        + "\"products\",\"id\":\"7\"}]},\"properties\":{\"stock\":{\"integerValue\":\"3\",\"excludeFromIndexes\":true,"
                        + "\"meaning\":7}}},\"version\":\"1777636800000000\"},\"updateMask\":{\"propertyPaths\":[\"stock\"]}}");

        ChangeEvent<Document> change = deployment.changes.get(0);
        assertThat(change.key().get("id")).isEqualTo(new BigDecimal(7));
        assertThat(change.after()).contains(Document.builder().set("stock", 3).build());
        assertThat(change.sequence()).contains("1777636800000000");
        assertThat(change.changedFields()).contains(List.of("stock"));
        assertThat(change.before()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "created, false, true, INSERT",
        "updated, true, true, UPDATE",
        "deleted, true, false, DELETE",
        "written, false, true, INSERT",
        "written, true, true, UPDATE",
        "written, true, false, DELETE",
        "written.withAuthContext, true, false, DELETE",
        "created.withAuthContext, false, true, INSERT"
    })
    void operationIsToldByTypeOrDocuments(String type, boolean before, boolean after, Operation operation) {
        send(
                "firestore.document.v1." + type,
                "{" + (before ? OLD : "\"oldValue\":{}") + "," + (after ? NEW : "\"value\":null") + "}");

        ChangeEvent<Document> change = deployment.changes.get(0);
        assertThat(change.operation()).isEqualTo(operation);
        assertThat(change.before().isPresent()).isEqualTo(before);
        assertThat(change.after().isPresent()).isEqualTo(after);
        assertThat(change.changedFields()).isEmpty();
    }

    @Test
    void maskIsOfUpdatesOnly() {
        send("firestore.document.v1.created", "{" + NEW + ",\"updateMask\":{\"fieldPaths\":[\"a\"]}}");
        send("firestore.document.v1.written", "{" + OLD + "," + NEW + ",\"updateMask\":{\"fieldPaths\":[\"a.b\"]}}");
        send("firestore.document.v1.updated", "{" + OLD + "," + NEW + ",\"updateMask\":{}}");

        assertThat(deployment.changes)
                .extracting(
                        change -> change.changedFields().map(Object::toString).orElse("-"))
                .containsExactly("-", "[a.b]", "[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "firestore.document.v1.created | {} | ALOFT-260 The event of Firestore or Datastore cannot be read: neither the old nor",
                "firestore.document.v1.created | {\"value\":{\"fields\":{}}} | ALOFT-260",
                "firestore.document.v1.created | {OLD} | ALOFT-260 The event of Firestore or Datastore cannot be read: there is no new document",
                "firestore.document.v1.updated | {OLD} | ALOFT-260",
                "firestore.document.v1.deleted | {OLD,NEW} | ALOFT-260 The event of Firestore or Datastore cannot be read: a deleted document is still",
                "firestore.document.v1.created | {\"value\":{\"name\":\"products/p-1\"}} | ALOFT-260 The event of Firestore or Datastore cannot be read: the name of",
                "firestore.document.v1.created | {\"value\":{\"name\":\"projects/p/databases/d/documents/products\"}} | ALOFT-260",
                "firestore.document.v1.created | {\"value\":{\"name\":\"projects/p/databases/d/documents/products/\"}} | ALOFT-260",
                "firestore.document.v1.created | {\"value\":{\"name\":\"projects/p/databases/d/documents//p-1\"}} | ALOFT-260",
                "firestore.document.v1.created | {\"value\":{\"name\":\"x/p/databases/d/documents/products/p-1\"}} | ALOFT-260",
                "firestore.document.v1.created | {\"value\":{\"name\":7}} | ALOFT-201",
                "firestore.document.v1.created | [] | ALOFT-201",
                "firestore.document.v1.created | {NEW} trailing | ALOFT-201",
                "firestore.document.v1.renamed | {NEW} | ALOFT-204",
                "firestore.document.v2.created | {NEW} | ALOFT-204",
                "datastore.entity.v1.created | {\"value\":{\"entity\":{\"key\":{\"path\":[{\"kind\":\"products\"}]}}}} | ALOFT-260 The event of Firestore or Datastore cannot be read: a key has",
                "datastore.entity.v1.created | {\"value\":{\"entity\":{\"key\":{\"path\":[{\"name\":\"p-1\"}]}}}} | ALOFT-260",
                "datastore.entity.v1.created | {\"value\":{\"entity\":{\"key\":{\"path\":[]}}}} | ALOFT-260",
                "datastore.entity.v1.created | {\"value\":{\"entity\":{\"key\":{\"path\":[{\"kind\":\"a\",\"id\":\"x\"}]}}}} | ALOFT-260"
            })
    void poisonIsNotAcknowledged(String type, String data, String refusal) {
        Deployment.Answer answer = send(type, data.replace("OLD", OLD).replace("NEW", NEW));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(deployment.changes).isEmpty();
        assertThat(deployment.log()).contains(refusal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | a field has no value",
                "{\"decimalValue\":\"1\"} | a field has no value, several ones, or one of a type that this version does not know",
                "{\"integerValue\":\"1\",\"stringValue\":\"1\"} | a field has no value, several ones",
                "{\"integerValue\":\"1.5\"} | an integer of 64 bits is none",
                "{\"doubleValue\":\"0x1p3\"} | a double is no number",
                "{\"doubleValue\":\"nan\"} | a double is no number",
                "{\"doubleValue\":\"1d\"} | a double is no number",
                "{\"doubleValue\":1e999} | a double is no number",
                "{\"timestampValue\":\"now\"} | a time is none of the years 1 to 9999",
                "{\"geoPointValue\":{\"latitude\":91}} | a geo point is nowhere on earth",
                "{\"bytesValue\":\"====\"} | ALOFT-201",
                "7 | ALOFT-201"
            })
    void poisonedValueIsNotAcknowledged(String value, String refusal) {
        Deployment.Answer answer = send(
                "firestore.document.v1.created",
                "{" + NEW.replace("\"fields\":{}", "\"fields\":{\"a\":" + value + "}") + "}");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(deployment.changes).isEmpty();
        assertThat(deployment.log()).contains(refusal);
    }

    @Test
    void deepDataIsRefusedAtOnce() {
        String deep = "{\"mapValue\":{\"fields\":{\"a\":".repeat(50_000);

        assertThat(send("firestore.document.v1.created", "{\"value\":{\"fields\":{\"a\":" + deep)
                        .status())
                .isEqualTo(500);
        assertThat(deployment.log()).contains("ALOFT-201");
    }

    @Test
    void dataOfAnotherMediaTypeIsRefused() {
        deployment.post(
                "ce-specversion: 1.0\nce-id: c-1\nce-source: /s\nce-type: google.cloud.firestore.document.v1.created\n"
                        + "Content-Type: text/plain\n\n{}");

        assertThat(deployment.log())
                .contains(
                        "ALOFT-260 The event of Firestore or Datastore cannot be read: its data is neither protobuf nor JSON.");
    }

    @Test
    void withoutAMediaTypeTheDataTellsItsForm() {
        String head =
                "ce-specversion: 1.0\nce-id: c-1\nce-source: /s\nce-type: google.cloud.firestore.document.v1.created\n\n";
        String name = "projects/p/databases/d/documents/products/p-1";
        String message = "\n" + (char) (name.length() + 2) + "\n" + (char) name.length() + name;

        assertThat(deployment.post(head + message).status()).isEqualTo(204);
        assertThat(deployment
                        .post(head + "{\"value\":{\"name\":\"" + name + "\"}}")
                        .status())
                .isEqualTo(204);
        assertThat(deployment.post(head).status()).isEqualTo(500);

        assertThat(deployment.changes)
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.key())
                        .isEqualTo(Document.builder().set("id", "p-1").build()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parts",
                "projects/p/databases/(default)/documents/products/p-1/parts",
            })
    void amongSeveralFunctionsTheCollectionDecides(String declared) {
        deployment
                .of(Functions.builder()
                        .change("index-product", "products", Document.class, deployment.change())
                        .change("index-part", "other", Document.class, deployment.change())
                        .event("on-event", List.of(), deployment.event())
                        .build())
                .with("ALOFT_SOURCE_OTHER", declared);

        send("firestore.document.v1.created", "{\"value\":" + document("products/p-1/parts/x") + "}");
        Deployment.Answer nobodys = send("firestore.document.v1.created", "{\"value\":" + document("orders/o-1") + "}");
        deployment.sendSample("storage-cloudevent-binary");

        assertThat(deployment.called).containsExactly("index-part", "on-event");
        assertThat(nobodys.text()).contains("\"code\":\"ALOFT-207\"");
        assertThat(deployment.log()).contains("google:firestore (database changes of orders)");
    }

    private static String document(String path) {
        return "{\"name\":\"projects/p/databases/(default)/documents/" + path + "\",\"fields\":{}}";
    }

    private Deployment.Answer send(String type, String data) {
        return deployment.post("ce-specversion: 1.0\nce-id: c-1\nce-source: //firestore.googleapis.com/projects/p\n"
                + "ce-subject: documents/forged/forged\nce-type: google.cloud." + type
                + "\nContent-Type: application/json\n\n"
                + data);
    }
}
