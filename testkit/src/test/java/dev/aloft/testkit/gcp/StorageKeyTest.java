package dev.aloft.testkit.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Headers;
import dev.aloft.StorageEvent;
import dev.aloft.gcp.GcpEntryPoint;
import dev.aloft.runtime.json.JsonWriter;
import dev.aloft.testkit.StorageKey;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cloud Storage tells names as they are in its data, and otherwise elsewhere. */
class StorageKeyTest {
    private final GcpEntryPoint entry = GoogleRoundTripTest.entry("keep-object");

    private Stream<String> keys(GoogleRequest request) throws IOException {
        KeepingApplication.OBJECTS.clear();
        assertThat(GoogleRoundTripTest.send(request, entry)).isEqualTo(204);
        return List.copyOf(KeepingApplication.OBJECTS).stream().map(StorageEvent::key);
    }

    /** An event of the first generation of functions. */
    private static GoogleRequest legacy(StorageKey key) {
        JsonWriter json = new JsonWriter().beginObject();
        json.name("eventId").string("1147091835525187");
        json.name("timestamp").string("2026-05-01T12:00:00.123Z");
        json.name("eventType").string("google.storage.object.finalize");
        json.name("resource").string("projects/_/buckets/uploads/objects/" + key.key() + "#1588778055917163");
        json.name("data").beginObject();
        json.name("bucket").string("uploads").name("name").string(key.key()).endObject();
        return new GoogleRequest(
                Headers.of("Content-Type", "application/json"), json.endObject().toByteArray());
    }

    @ParameterizedTest
    @EnumSource
    void keyIsTheSameByEveryWay(StorageKey expected) throws IOException {
        assertThat(keys(CloudEventEncoder.binary(StorageEncoder.event(expected.created()))))
                .containsExactly(expected.key());
        assertThat(keys(CloudEventEncoder.structured(StorageEncoder.event(expected.created()))))
                .containsExactly(expected.key());
        assertThat(keys(legacy(expected))).containsExactly(expected.key());
    }
}
