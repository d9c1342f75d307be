package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Cloud Storage tells of an object, over the HTTP signature. */
class StorageEventsTest {
    private final Deployment deployment = Deployment.ofStorage(Kind.values());

    @Test
    void nameComesFromTheDataAndNotFromTheSubject() {
        assertThat(deployment.sendSample("storage-cloudevent-binary").status()).isEqualTo(204);

        assertThat(deployment.objects)
                .containsExactly(StorageEvent.builder(Kind.CREATED, "uploads", "a,b, café.txt")
                        .id("1096434104173400")
                        .size(352)
                        .version("1588778055917163")
                        .time(Instant.parse("2026-05-01T12:00:00.123Z"))
                        .build());
    }

    @Test
    void structuredEventWithNumbersIsReadInFull() {
        assertThat(deployment.sendSample("storage-cloudevent-structured").status())
                .isEqualTo(204);

        assertThat(deployment.objects)
                .containsExactly(StorageEvent.builder(Kind.DELETED, "uploads", "cats/tom 1+%2B.png")
                        .id("s-2")
                        .size(4711)
                        .etag("COu8mb3Dn+kCEAI=")
                        .version("1588778055917163")
                        .sequencer("0001588778055917163-0000000000000000002-2")
                        .contentType("image/png")
                        .time(Instant.parse("2026-05-01T12:00:00.123Z"))
                        .build());
        assertThat(deployment.objects.get(0).raw())
                .hasValueSatisfying(raw -> assertThat(raw)
                        .asString(StandardCharsets.UTF_8)
                        .startsWith("{\"specversion\":\"1.0\"")
                        .contains("\"owner\":\"ann\""));
    }

    @ParameterizedTest
    @CsvSource({"finalized, CREATED", "deleted, DELETED", "archived, ARCHIVED", "metadataUpdated, METADATA_UPDATED"})
    void typeTellsTheKind(String type, Kind kind) {
        send(type, "{\"bucket\":\"b\",\"name\":\"n\"}");

        assertThat(deployment.objects).extracting(StorageEvent::kind).containsExactly(kind);
    }

    static List<String> keys() {
        return List.of(
                "a b",
                "a+b",
                "a%2Bb",
                "%",
                "é/ü/😀",
                "../../etc/passwd",
                "/",
                "//a",
                ".",
                "a\\b",
                "CON",
                "a\tb\nc",
                "ä".repeat(512));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void keyIsKeptAsItIs(String key) {
        String name = key.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");

        send("finalized", latin1("{\"bucket\":\"b\",\"name\":\"" + name + "\"}"));

        assertThat(deployment.objects).extracting(StorageEvent::key).containsExactly(key);
    }

    @Test
    void sequencersOfOneKeyCompareAsText() {
        send("finalized", object("1588778055917163", "1"));
        send("metadataUpdated", object("1588778055917163", "9"));
        send("metadataUpdated", object("1588778055917163", "10"));
        send("archived", object("1588778055917163", "10"));
        send("deleted", object("1588778055917163", "10"));
        send("finalized", object("9223372036854775807", "1"));

        assertThat(deployment.objects)
                .extracting(event -> event.sequencer().orElseThrow())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void timeOfTheObjectServesWhereTheEventHasNone() {
        send("finalized", "{\"bucket\":\"b\",\"name\":\"n\",\"timeCreated\":\"2026-05-01T11:00:00Z\"}");
        send(
                "finalized",
                "{\"bucket\":\"b\",\"name\":\"n\",\"timeCreated\":\"2026-05-01T11:00:00Z\",\"updated\":\"2026-05-01T12:00:00Z\"}");
        send("finalized", "{\"bucket\":\"b\",\"name\":\"n\",\"size\":null}");

        assertThat(deployment.objects)
                .extracting(event -> event.time().map(Instant::toString).orElse("-"))
                .containsExactly("2026-05-01T11:00:00Z", "2026-05-01T12:00:00Z", "-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | ALOFT-260 The event of Cloud Storage cannot be read: its data has no bucket or no name. Check what",
                "{\"bucket\":\"b\"} | ALOFT-260",
                "{\"bucket\":\"b\",\"name\":\"\"} | ALOFT-260",
                "{\"bucket\":\" \",\"name\":\"n\"} | ALOFT-260",
                "{\"bucket\":null,\"name\":\"n\"} | ALOFT-260",
                "{\"bucket\":\"b\",\"name\":7} | ALOFT-201",
                "{\"bucket\":\"b\",\"name\":\"n\",\"name\":\"m\"} | ALOFT-201",
                "{\"bucket\":\"b\",\"name\":\"n\",\"size\":\"x\"} | ALOFT-260 The event of Google cannot be read: an integer of 64",
                "{\"bucket\":\"b\",\"name\":\"n\",\"size\":-1} | ALOFT-260 The event of Cloud Storage cannot be read: its size or",
                "{\"bucket\":\"b\",\"name\":\"n\",\"size\":1.0} | ALOFT-201",
                "{\"bucket\":\"b\",\"name\":\"n\",\"generation\":\"9223372036854775808\"} | ALOFT-260",
                "{\"bucket\":\"b\",\"name\":\"n\",\"updated\":\"now\"} | ALOFT-260 The event of Cloud Storage cannot be read: the time",
                "[] | ALOFT-201",
                "raw | ALOFT-201",
                "{\"bucket\":\"b\",\"name\":\"n\"} trailing | ALOFT-201"
            })
    void poisonIsNotAcknowledged(String data, String refusal) {
        Deployment.Answer answer = send("finalized", data);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(deployment.objects).isEmpty();
        assertThat(deployment.log()).contains(refusal);
    }

    @Test
    void deepDataIsRefusedAtOnce() {
        assertThat(send("finalized", "{\"metadata\":".repeat(100_000)).status()).isEqualTo(500);
        assertThat(deployment.log()).contains("ALOFT-201");
    }

    @Test
    void kindThatNobodyWantsToHearOfIsNotAcknowledged() {
        Deployment creations = Deployment.ofStorage(Kind.CREATED);

        assertThat(creations.sendSample("storage-cloudevent-structured").status())
                .isEqualTo(500);
        assertThat(creations.log())
                .contains("ALOFT-204 Function on-upload expects storage events (created) of uploads but got"
                        + " google:storage (storage events (deleted) of uploads)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod-uploads-eu", "projects/_/buckets/prod-uploads-eu"})
    void amongSeveralFunctionsTheBucketDecides(String declared) {
        deployment
                .of(Functions.builder()
                        .storage("on-upload", "uploads", List.of(Kind.CREATED), deployment.object())
                        .storage("on-picture", "pictures", List.of(Kind.CREATED), deployment.object())
                        .event("on-event", List.of("google.cloud.storage.object.v1.finalized"), deployment.event())
                        .build())
                .with("ALOFT_SOURCE_PICTURES", declared);

        send("finalized", "{\"bucket\":\"prod-uploads-eu\",\"name\":\"n\"}");
        Deployment.Answer other = send("finalized", "{\"bucket\":\"other\",\"name\":\"n\"}");

        assertThat(deployment.called).containsExactly("on-picture");
        assertThat(other.text()).contains("\"code\":\"ALOFT-207\"");
    }

    private static String object(String generation, String metageneration) {
        return "{\"bucket\":\"b\",\"name\":\"n\",\"generation\":\"" + generation + "\",\"metageneration\":\""
                + metageneration + "\"}";
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private Deployment.Answer send(String type, String data) {
        return deployment.post("ce-specversion: 1.0\nce-id: s-1\nce-subject: objects/forged\nce-source:"
                + " //storage.googleapis.com/projects/_/buckets/forged\nce-type: google.cloud.storage.object.v1." + type
                + "\nContent-Type: application/json\n\n" + data);
    }
}
