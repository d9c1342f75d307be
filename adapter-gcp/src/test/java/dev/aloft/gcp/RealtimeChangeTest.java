package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.Functions;
import dev.aloft.runtime.DocumentJson;
import dev.aloft.runtime.json.JsonReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of the Realtime Database: what is there afterwards is computed of what was there and what was written. */
class RealtimeChangeTest {
    private final Deployment deployment = Deployment.ofChanges("products");

    @Test
    void updateIsMerged() {
        assertThat(deployment.sendSample("realtime-cloudevent-binary").status()).isEqualTo(204);

        assertThat(deployment.changes)
                .containsExactly(ChangeEvent.builder("r-1", Operation.UPDATE, "products")
                        .key(Document.builder().set("id", "p-1").build())
                        .before(document("{\"name\":\"Mug\",\"price\":9.90,\"size\":{\"cm\":9,\"inch\":3.5}}"))
                        .after(document("{\"name\":\"Mug\",\"price\":9.50,\"size\":{\"cm\":9}}"))
                        .time(Instant.parse("2026-05-01T12:00:00.123Z"))
                        .build());
        assertThat(deployment.changes.get(0).changedFields()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "created | {\"data\":null,\"delta\":{\"a\":1}} | INSERT | - | {\"a\":1}",
                "created | {\"delta\":{\"a\":{\"b\":null,\"c\":1}}} | INSERT | - | {\"a\":{\"c\":1}}",
                "written | {\"data\":null,\"delta\":{\"a\":1}} | INSERT | - | {\"a\":1}",
                "written | {\"data\":{\"a\":1},\"delta\":{\"b\":2}} | UPDATE | {\"a\":1} | {\"a\":1,\"b\":2}",
                "written | {\"data\":{\"a\":1},\"delta\":null} | DELETE | {\"a\":1} | -",
                "written | {\"data\":{\"a\":1},\"delta\":{\"a\":null}} | DELETE | {\"a\":1} | -",
                "deleted | {\"data\":{\"a\":1},\"delta\":null} | DELETE | {\"a\":1} | -",
                "deleted | {\"data\":10,\"delta\":null} | DELETE | {\".value\":10} | -",
                "updated | {\"data\":{\"a\":{\"b\":{\"c\":1}},\"d\":1},\"delta\":{\"a\":{\"b\":{\"c\":null}}}} | UPDATE | {\"a\":{\"b\":{\"c\":1}},\"d\":1} | {\"d\":1}",
                "updated | {\"data\":{\"a\":{\"b\":1}},\"delta\":{\"a\":\"x\"}} | UPDATE | {\"a\":{\"b\":1}} | {\"a\":\"x\"}",
                "updated | {\"data\":{\"a\":\"x\"},\"delta\":{\"a\":{\"b\":1}}} | UPDATE | {\"a\":\"x\"} | {\"a\":{\"b\":1}}",
                "updated | {\"data\":10,\"delta\":\"ten\"} | UPDATE | {\".value\":10} | {\".value\":\"ten\"}",
                "updated | {\"data\":10,\"delta\":{\"a\":true}} | UPDATE | {\".value\":10} | {\"a\":true}",
                "updated | {\"data\":{\"a\":1},\"delta\":false} | UPDATE | {\"a\":1} | {\".value\":false}",
                "updated | {\"data\":[\"a\",\"b\"],\"delta\":{\"1\":\"c\"}} | UPDATE | {\"0\":\"a\",\"1\":\"b\"} | {\"0\":\"a\",\"1\":\"c\"}",
                "updated | {\"data\":{\"l\":[\"a\",\"b\"]},\"delta\":{\"l\":{\"2\":\"c\"}}} | UPDATE | {\"l\":[\"a\",\"b\"]} | {\"l\":[\"a\",\"b\",\"c\"]}",
                "updated | {\"data\":{\"l\":[\"a\",\"b\"]},\"delta\":{\"l\":{\"0\":null}}} | UPDATE | {\"l\":[\"a\",\"b\"]} | {\"l\":{\"1\":\"b\"}}",
                "created | {\"data\":null,\"delta\":{\"l\":[\"a\",\"b\"],\"m\":[null,1]}} | INSERT | - | {\"l\":[\"a\",\"b\"],\"m\":{\"1\":1}}"
            })
    void afterIsBeforeWithTheDelta(String type, String data, Operation operation, String before, String after) {
        send(type, "products/p-1", data);

        ChangeEvent<Document> change = deployment.changes.get(0);
        assertThat(change.operation()).isEqualTo(operation);
        assertThat(change.before().orElse(document("{\"none\":1}"))).isEqualTo(expected(before));
        assertThat(change.after().orElse(document("{\"none\":1}"))).isEqualTo(expected(after));
    }

    private static Document expected(String json) {
        return document(json.equals("-") ? "{\"none\":1}" : json);
    }

    @Test
    void numbersKeepTheirDigits() {
        send("created", "products/p-1", "{\"data\":null,\"delta\":{\"price\":9.90}}");

        assertThat(deployment.changes.get(0).after().orElseThrow().get("price")).isEqualTo(new BigDecimal("9.90"));
    }

    @ParameterizedTest
    @CsvSource({
        "products/p-1, products, p-1, ",
        "shops/s-1/products/p-1, products, p-1, shops/s-1",
        "counter, acme-shop, counter, "
    })
    void placeIsSourceAndKey(String ref, String source, String id, String parent) {
        send("created", ref, "{\"data\":null,\"delta\":1}");

        ChangeEvent<Document> change = deployment.changes.get(0);
        assertThat(change.source()).isEqualTo(source);
        assertThat(change.key().text("id")).contains(id);
        assertThat(change.key().text("parent").orElse("")).isEqualTo(parent == null ? "" : parent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"products", "projects/_/locations/europe-west1/instances/acme-shop/refs/products"})
    void amongSeveralFunctionsThePlaceDecides(String declared) {
        deployment
                .of(Functions.builder()
                        .change("on-part", "parts", Document.class, deployment.change())
                        .change("on-product", "other", Document.class, deployment.change())
                        .build())
                .with("ALOFT_SOURCE_OTHER", declared);

        deployment.sendSample("realtime-cloudevent-binary");

        assertThat(deployment.called).containsExactly("on-product");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | ALOFT-260 The event of the Realtime Database cannot be read: there is neither data nor delta.",
                "{\"data\":null,\"delta\":null} | ALOFT-260 The event of the Realtime Database cannot be read: there is no new document.",
                "{\"data\":{\"a\":1},\"delta\":{\"a\":null}} | ALOFT-260",
                "[] | ALOFT-201",
                "{\"data\":{\"a\":1,\"a\":2},\"delta\":1} | ALOFT-201",
                "{\"data\":null,\"delta\":1}} | ALOFT-201"
            })
    void poisonIsNotAcknowledged(String data, String refusal) {
        Deployment.Answer answer = send("created", "products/p-1", data);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(deployment.changes).isEmpty();
        assertThat(deployment.log()).contains(refusal);
    }

    @Test
    void deletedPlaceThatIsStillThereIsRefused() {
        send("deleted", "products/p-1", "{\"data\":{\"a\":1},\"delta\":{\"b\":1}}");

        assertThat(deployment.log())
                .contains(
                        "ALOFT-260 The event of the Realtime Database cannot be read: a deleted document is still there.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ce-subject: p-1 | the CloudEvent's subject is no place in it",
                "ce-subject: refs/ | the CloudEvent's subject is no place in it",
                "ce-subject: refs//p-1 | the CloudEvent's subject is no place in it",
                "ce-subject: refs/products/ | the CloudEvent's subject is no place in it",
                "ce-subject: refs/products//p-1 | the CloudEvent's subject is no place in it",
                "ce-subject: refs/b~ce-ref: refs/b | the CloudEvent's subject is no place in it",
                "ce-subject: refs/ /p-1 | what is above the changed place has no name",
                "ce-subject: refs/p-1~ce-source: //firebasedatabase.googleapis.com/projects/_/instances/i/ | what is above",
                "ce-ref: products/p-1 | the CloudEvent's subject is no place in it",
                "ce-subject: refs/a/b~ce-source: //evil.example/projects/_/instances/a | the CloudEvent's source is no instance of it",
                "ce-subject: refs/a/b~ce-source: //firebasedatabase.googleapis.com/projects/_/instances/ | the CloudEvent's source is no instance"
            })
    void placeOrInstanceThatIsNoneIsRefused(String lines, String what) {
        String source = lines.contains("ce-source") ? "" : "ce-source: " + SOURCE + "\n";

        deployment.post("ce-specversion: 1.0\nce-id: r-1\nce-type: google.firebase.database.ref.v1.created\n" + source
                + lines.replace("~", "\n") + "\nContent-Type: application/json\n\n{\"data\":null,\"delta\":1}");

        assertThat(deployment.changes).isEmpty();
        assertThat(deployment.log()).contains("ALOFT-260 The event of the Realtime Database cannot be read: " + what);
    }

    private static final String SOURCE =
            "//firebasedatabase.googleapis.com/projects/_/locations/europe-west1/instances/acme-shop";

    private static Document document(String json) {
        return DocumentJson.read(new JsonReader(json.getBytes(StandardCharsets.UTF_8)));
    }

    private Deployment.Answer send(String type, String ref, String data) {
        return deployment.post("ce-specversion: 1.0\nce-id: r-1\nce-source: " + SOURCE + "\nce-subject: refs/" + ref
                + "\nce-ref: " + ref + "\nce-type: google.firebase.database.ref.v1." + type
                + "\nContent-Type: application/json\n\n" + data);
    }
}
