package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingCommandTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replay --fast a.json|there is no option --fast",
                "replay --log loud a.json|--log is text or json, not loud",
                "record a.json --field|--field needs a value",
                "record a.json --field b|--field is NAME=VALUE, not b",
                "record a.json|record needs one file and --provider aws, azure or gcp",
                "record --provider=local a.json|record needs one file and --provider aws, azure or gcp",
                "record --provider=aws a.json b.json|record needs one file and --provider aws, azure or gcp",
                "record --provider=aws none/at/all.json|the file cannot be read: java.nio.file.NoSuchFileException: none/at/all.json",
            })
    void aWrongCommandLineSaysWhatIsWrong(String line, String fault) {
        assertThatThrownBy(() -> RecordingCommand.run(line.split(" "), Map.of()))
                .isInstanceOf(AloftException.class)
                .hasMessage("ALOFT-122 The command line is not understood: " + fault + ". See --help.");
    }
}
