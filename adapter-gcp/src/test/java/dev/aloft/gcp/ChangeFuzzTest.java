package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aloft.AloftException;
import dev.aloft.Event;
import dev.aloft.StorageEvent.Kind;

/** Whatever comes as the data of a change becomes one, or is refused with a code. */
class ChangeFuzzTest {
    private static final byte[] NO_RAW = {};

    @FuzzTest(maxDuration = "60s")
    void everyProtobufIsReadOrRefused(byte[] data) {
        read("google.cloud.firestore.document.v1.written", "application/protobuf", data);
        read("google.cloud.datastore.entity.v1.written", "application/protobuf", data);
    }

    @FuzzTest(maxDuration = "60s")
    void everyJsonIsReadOrRefused(byte[] data) {
        read("google.cloud.firestore.document.v1.written", "application/json", data);
        read("google.cloud.datastore.entity.v1.written", "application/json", data);
        read("google.firebase.database.ref.v1.written", "application/json", data);
        try {
            Event event = event("google.cloud.storage.object.v1.finalized", "application/json", data);
            assertThat(StorageMapper.read(Kind.CREATED, event, NO_RAW).item().id())
                    .isEqualTo("c-1");
            LegacyEvent.read(data);
        } catch (AloftException refused) {
            assertThat(refused.code()).isIn("ALOFT-201", "ALOFT-260");
        }
    }

    private static void read(String type, String contentType, byte[] data) {
        try {
            Arrival arrival = ChangeMapper.read(event(type, contentType, data), NO_RAW);

            assertThat(arrival.item().id()).isEqualTo("c-1");
            assertThat(arrival.origin().name()).isNotBlank();
        } catch (AloftException refused) {
            assertThat(refused.code()).isIn("ALOFT-201", "ALOFT-260", "ALOFT-261");
        }
    }

    private static Event event(String type, String contentType, byte[] data) {
        return Event.builder("c-1", "//firebasedatabase.googleapis.com/projects/_/instances/i", type)
                .subject("refs/products/p-1")
                .data(data, contentType)
                .build();
    }
}
