package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.local.LocalFunctions;
import dev.aloft.local.Replayed;
import dev.aloft.local.recording.Recording;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"place-order.json", "ship-order.json", "ship-order-sqs.json"})
    void whatWasRecordedEndsAsItDid(String file) {
        Recording recording = Recording.read(Path.of("src/test/recordings", file));

        Replayed again = LocalFunctions.start().replay(recording);

        assertThat(again.isAsRecorded()).as(again.text()).isTrue();
    }
}
