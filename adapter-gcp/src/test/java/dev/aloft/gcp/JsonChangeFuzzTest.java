package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aloft.AloftException;
import dev.aloft.Event;
import dev.aloft.StorageEvent.Kind;

/** Whatever comes as the JSON of a change, of an object or of an event of the first generation becomes one, or is refused with a code. */
class JsonChangeFuzzTest {
    private static final byte[] NO_RAW = {};

    @FuzzTest(maxDuration = "60s")
    void everyJsonIsReadOrRefused(byte[] data) {
        read("google.cloud.firestore.document.v1.written", data);
        read("google.cloud.datastore.entity.v1.written", data);
        read("google.firebase.database.ref.v1.written", data);
        read("google.cloud.storage.object.v1.finalized", data);
        try {
            Event event = LegacyEvent.read(data);

            assertThat(event == null || !event.id().isBlank()).isTrue();
        } catch (AloftException refused) {
            assertThat(refused.code()).isIn("ALOFT-201", "ALOFT-260");
        }
    }

    private static void read(String type, byte[] data) {
        Event event = Event.builder("c-1", "//firebasedatabase.googleapis.com/projects/_/instances/i", type)
                .subject("refs/products/p-1")
                .data(data, "application/json")
                .build();
        try {
            Arrival arrival = ChangeMapper.recognises(type)
                    ? ChangeMapper.read(event, NO_RAW)
                    : StorageMapper.read(Kind.CREATED, event, NO_RAW);

            assertThat(arrival.item.id()).isEqualTo("c-1");
            assertThat(arrival.origin.name()).isNotBlank();
        } catch (AloftException refused) {
            assertThat(refused.code()).isIn("ALOFT-201", "ALOFT-260");
        }
    }
}
