package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar replays recordings by itself, those of native events without any platform's library. */
class RecordingsIT {
    private static final String SHIPMENT = "{\"orderId\":\"o-1\",\"address\":\"12 Mill Road\",\"doorCode\":\"4711\"}";

    @TempDir
    Path folder;

    private record Ended(int status, String out, String errors) {}

    private Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", "target/shop.jar"));
        command.addAll(List.of(arguments));
        Path errors = folder.resolve("errors");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, Files.readString(errors));
    }

    @Test
    void recordingsOfTheTestsAreReplayed() throws Exception {
        Ended ended = run(
                "replay",
                "src/test/recordings/place-order.json",
                "src/test/recordings/ship-order.json",
                "src/test/recordings/ship-order-sqs.json");

        assertThat(ended.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains(" place-order answered 201 as recorded, "),
                        line -> assertThat(line)
                                .contains(
                                        " ship-order rejected dev.aloft.Rejected: The shipment has no address. as recorded, "),
                        line -> assertThat(line).contains(" ship-order handled as recorded, "));
        assertThat(ended.status()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "azure, storageQueue, Id=m-1",
        "azure, serviceBus, MessageId=m-1",
    })
    void aNativeMessageIsRecordedAndReplayed(String provider, String entry, String field) throws Exception {
        String text =
                record(SHIPMENT, "--provider", provider, "--function=ship-order", "--entry", entry, "--field", field);

        assertThat(text).contains("\\\"doorCode\\\":\\\"__redacted__\\\"").doesNotContain("4711");
        assertReplayed(text, "ship-order handled");
    }

    @Test
    void aPushOfPubSubIsRecordedWithoutItsToken() throws Exception {
        String data = Base64.getEncoder()
                .encodeToString("{\"id\":\"o-1\",\"token\":\"s3cret\"}".getBytes(StandardCharsets.UTF_8));
        String push = "{\"message\":{\"data\":\"" + data
                + "\",\"messageId\":\"1\",\"publishTime\":\"2026-01-01T00:00:00Z\"},\"subscription\":\"projects/p/subscriptions/shipments\"}";

        String text = record(push, "--provider=gcp", "--entry=POST /", "--field=content-type=application/json");

        assertThat(text).doesNotContain(data);
    }

    @Test
    void aRequestOfEachPlatformIsRecordedAndReplayed() throws Exception {
        String order = "{\"customer\":\"Ada\",\"item\":\"tea\",\"quantity\":2}";
        for (String provider : List.of("gcp", "azure")) {
            String text = record(
                    order, "--provider", provider, "--entry", "POST /orders", "--field=content-type=application/json");

            assertReplayed(text, "place-order answered 201");
        }
    }

    private String record(String event, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("record", "--redact=doorCode"));
        arguments.addAll(List.of(options));
        arguments.add(Files.writeString(folder.resolve("event.json"), event).toString());
        Ended ended = run(arguments.toArray(new String[0]));
        assertThat(ended.errors()).isEmpty();
        assertThat(ended.status()).isZero();
        return ended.out();
    }

    private void assertReplayed(String text, String outcome) throws Exception {
        Path recording = Files.writeString(folder.resolve("recording.json"), text);

        Ended ended = run("replay", recording.toString());

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.out()).contains(outcome);
        assertThat(ended.status()).isZero();
    }
}
