package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aloft.AloftException;
import dev.aloft.Event;

/** Whatever comes as the data of a change in protocol buffers becomes one, or is refused with a code. */
class ProtobufChangeFuzzTest {
    private static final byte[] NO_RAW = {};

    @FuzzTest(maxDuration = "60s")
    void everyProtobufIsReadOrRefused(byte[] data) {
        read("google.cloud.firestore.document.v1.written", data);
        read("google.cloud.datastore.entity.v1.written", data);
    }

    private static void read(String type, byte[] data) {
        Event event = Event.builder("c-1", "//firestore.googleapis.com/projects/p", type)
                .data(data, "application/protobuf")
                .build();
        try {
            Arrival arrival = ChangeMapper.read(event, NO_RAW);

            assertThat(arrival.item.id()).isEqualTo("c-1");
            assertThat(arrival.origin.name()).isNotBlank();
        } catch (AloftException refused) {
            assertThat(refused.code()).isIn("ALOFT-260", "ALOFT-261");
        }
    }
}
