package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import dev.aloft.local.recording.Recording;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of the jar, here and as a process. */
class RecordingCommandTest {
    private static final Map<String, String> RECORDED = Map.of("ALOFT_INDEX", RecordedFunctions.class.getName());

    private static Path recording(Path folder, String name, String body, String outcome) throws IOException {
        return Files.writeString(folder.resolve(name), """
                {"format": "aloft-recording/1", "provider": "local", "function": "ship-order", "kind": "message",
                 "time": "2026-01-01T00:00:00Z", "events": [{"id": "m-1", "source": "orders", "text": "%s"}],
                 "outcome": [{"result": "%s"}]}
                """.formatted(body, outcome));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "A process cannot be asked to terminate there, only killed")
    void whatIsServedIsRecordedAndReplayed(@TempDir Path folder) throws Exception {
        try (ChildProcess main =
                ChildProcess.start(Main.class, RECORDED, "--port=0", "--record", folder.toString(), "--redact=iban")) {
            String ready = main.line();
            URI server = URI.create("http://127.0.0.1:" + ready.substring(ready.lastIndexOf(':') + 1));
            RawClient.exchange(
                    server,
                    "POST /orders/ada HTTP/1.1\r\nHost: a\r\nAuthorization: Basic eA==\r\nContent-Length: 12\r\n\r\n{\"iban\":\"D\"}");
            main.terminate();
            main.rest();
        }
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.toList().get(0);
        }
        assertThat(file).content().contains("\"authorization\", \"value\": \"__redacted__\"");
        assertThat(file).content().contains("{\\\"iban\\\":\\\"__redacted__\\\"}");

        try (ChildProcess main = ChildProcess.start(Main.class, RECORDED, "replay", file.toString())) {
            assertThat(main.rest()).matches("\\Q" + file + "\\E place-order answered 201 as recorded, \\d+ ms\n");
            assertThat(main.exitStatus()).isZero();
        }
    }

    @Test
    void oneDifferentOutcomeIsStatus1AndTheOthersAreReplayed(@TempDir Path folder) throws Exception {
        Path different = recording(folder, "a.json", "poison", "handled");
        Path none = Files.writeString(folder.resolve("b.json"), "no");
        Path same = recording(folder, "c.json", "o-1", "handled");
        try (ChildProcess main = ChildProcess.start(
                Main.class, RECORDED, "replay", different.toString(), none.toString(), same.toString())) {
            assertThat(main.line())
                    .matches(
                            ".*a.json ship-order rejected dev.aloft.Rejected: a poison order, recorded was handled, \\d+ ms");
            assertThat(main.line()).matches(".*c.json ship-order handled as recorded, \\d+ ms");
            assertThat(main.exitStatus()).isEqualTo(1);
            assertThat(main.errors()).contains("b.json: ALOFT-165 b.json is no recording: ");
        }
    }

    @Test
    void replayedIsAlsoForPrograms(@TempDir Path folder) throws Exception {
        Path same = recording(folder, "a.json", "o-1", "handled");
        try (ChildProcess main = ChildProcess.start(Main.class, RECORDED, "replay", "--log=json", same.toString())) {
            assertThat(main.line())
                    .matches("\\{\"time\":\"[^\"]+\",\"type\":\"replay\",\"file\":\"\\Q" + same
                            + "\\E\",\"function\":\"ship-order\",\"asRecorded\":true,\"millis\":\\d+,"
                            + "\"outcome\":\\[\"handled\"],\"recorded\":\\[\"handled\"]}");
            assertThat(main.exitStatus()).isZero();
        }
    }

    @Test
    void aNativeEventBecomesARecording(@TempDir Path folder) throws Exception {
        Path event = Files.writeString(folder.resolve("event.json"), "{\"token\": \"s3cret\"}");
        try (ChildProcess main = ChildProcess.start(
                Main.class,
                Map.of(),
                "record",
                "--provider=gcp",
                "--entry=POST /",
                "--field",
                "a=b",
                event.toString())) {
            String text = main.rest();

            assertThat(main.exitStatus()).isZero();
            Recording recording = Recording.read(Files.writeString(folder.resolve("recording.json"), text));
            assertThat(recording.payload().orElseThrow().entry()).isEqualTo("POST /");
            assertThat(recording.payload().orElseThrow().fields().first("a")).contains("b");
            assertThat(recording.redacted()).containsExactly("token");
        }
    }

    @Test
    void commandsAreExplained() throws Exception {
        try (ChildProcess main = ChildProcess.start(Main.class, Map.of(), "replay", "--help")) {
            assertThat(main.rest()).isEqualTo(RecordingCommand.HELP);
            assertThat(main.exitStatus()).isZero();
        }
    }

    @Test
    void aWrongCommandIsStatus2() throws Exception {
        MainTest.assertFails(
                2,
                "ALOFT-122 The command line is not understood: there is no command serve",
                MainTest.APPLICATION,
                "serve",
                "a.json");
        MainTest.assertFails(
                2,
                "ALOFT-122 The command line is not understood: there is no command serve",
                MainTest.APPLICATION,
                "serve");
        MainTest.assertFails(
                2, "ALOFT-122 The command line is not understood: replay needs a file", MainTest.APPLICATION, "replay");
    }

    @Test
    void recordingsInABucketAreStatus1(@TempDir Path folder) throws Exception {
        MainTest.assertFails(
                1,
                "ALOFT-169 Recordings cannot be kept in " + folder + ": it is in " + folder,
                MainTest.RESOURCES,
                "--port=0",
                "--folder=archive=" + folder,
                "--record=" + folder);
    }

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
