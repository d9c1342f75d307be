package dev.aloft.local.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import dev.aloft.Attributes;
import dev.aloft.HttpRequest;
import dev.aloft.runtime.NativePayload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {
    private static final Redaction KEEPING = Redaction.standard().keepingOpaque();
    private static final List<Result> RESULTS = List.of(
            Result.answered(201),
            new Result("handled", 0, "", ""),
            Result.thrown("failed", new IllegalStateException("no stock")),
            Result.thrown("rejected", new IllegalArgumentException()),
            new Result("not-tried", 0, "", ""));

    @TempDir
    Path folder;

    private static Recording.Head head(String kind) {
        return new Recording.Head(
                kind.equals("native") ? "aws" : "local", "ship-order", kind, Instant.parse("2026-01-01T00:00:00.5Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "message", "event", "storage", "schedule", "change", "native"})
    void eventsOfEachKindComeBackAsTheyWere(String kind) throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            RandomEvents random = new RandomEvents(seed);
            List<Object> events = new ArrayList<>(List.of(random.of(kind)));
            if (!kind.equals("http") && !kind.equals("native")) {
                events.add(random.of(kind));
            }
            Path file = folder.resolve("recording.json");

            Recording.of(head(kind), events, RESULTS, KEEPING).write(file);
            Recording read = Recording.read(file);

            assertThat(read.kind()).isEqualTo(kind);
            assertThat(read.function()).isEqualTo("ship-order");
            assertThat(read.time()).isEqualTo(Instant.parse("2026-01-01T00:00:00.5Z"));
            assertThat(read.results()).as("seed %s", seed).isEqualTo(RESULTS);
            assertThat(read.redacted()).isEmpty();
            assertThat(shown(read)).as("seed %s", seed).isEqualTo(shown(events));
        }
    }

    private static List<Object> shown(Recording recording) {
        List<Object> all = new ArrayList<>(recording.items());
        recording.request().ifPresent(all::add);
        recording.payload().ifPresent(all::add);
        return shown(all);
    }

    /** Requests and payloads have no equality of their own. */
    private static List<Object> shown(List<Object> events) {
        List<Object> shown = new ArrayList<>();
        for (Object event : events) {
            if (event instanceof HttpRequest request) {
                shown.addAll(List.of(request.method(), request.path(), request.rawQuery(), request.headers()));
                shown.addAll(List.of(request.clientAddress(), hex(request.body().bytes())));
            } else if (event instanceof NativePayload payload) {
                String text = EventWriter.text(payload.body());
                Object json = text == null ? null : IndentedJson.tree(text);
                shown.addAll(List.of(payload.entry(), payload.fields(), json == null ? hex(payload.body()) : json));
            } else {
                shown.add(event);
            }
        }
        return shown;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void theFileIsForPeopleAndDiffs() {
        HttpRequest request = HttpRequest.builder("POST", "/orders")
                .query("dry=1")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer abc")
                .body("{\"item\": \"tea\"}")
                .build();

        String text = Recording.of(head("http"), List.of(request), List.of(Result.answered(201)), Redaction.standard())
                .text();

        assertThat(text).isEqualTo("""
                {
                  "format": "aloft-recording/1",
                  "provider": "local",
                  "function": "ship-order",
                  "kind": "http",
                  "time": "2026-01-01T00:00:00.500Z",
                  "events": [
                    {
                      "method": "POST",
                      "target": "/orders?dry=1",
                      "headers": [
                        {"name": "content-type", "value": "application/json"},
                        {"name": "authorization", "value": "__redacted__"}
                      ],
                      "text": "{\\"item\\": \\"tea\\"}"
                    }
                  ],
                  "outcome": [
                    {"result": "answered", "status": 201}
                  ],
                  "redacted": ["authorization"]
                }
                """);
    }

    @Test
    void aNativeEventHasNoOutcomeYet() {
        NativePayload payload =
                new NativePayload("", "", Attributes.empty(), "{\"Records\":[]}".getBytes(StandardCharsets.UTF_8));

        Recording recording = Recording.ofNative("aws", payload, Redaction.standard());

        assertThat(recording.provider()).isEqualTo("aws");
        assertThat(recording.text()).contains("\"json\": {").doesNotContain("\"function\"");
        assertThat(recording.results()).isEmpty();
        assertThat(recording.payload()).isPresent();
        assertThat(recording.request()).isEmpty();
        assertThat(recording.items()).isEmpty();
    }

    @Test
    void anUnknownProviderIsRefused() {
        NativePayload payload = new NativePayload("", "", Attributes.empty(), new byte[0]);

        assertThatThrownBy(() -> Recording.ofNative("../etc", payload, Redaction.standard()))
                .isInstanceOf(AloftException.class)
                .hasMessage(
                        "ALOFT-165 The invocation is no recording: there is no provider ../etc. Record it anew, or see"
                                + " docs/recordings.md for the format.");
    }

    @Test
    void anotherVersionIsNamed() {
        assertThatThrownBy(() -> read("{\"format\":\"aloft-recording/2\",\"more\":true}"))
                .hasMessage(
                        "ALOFT-166 a.json is of the format aloft-recording/2, and this version of Aloft reads aloft-recording/1."
                                + " Replay it with the version that wrote it, or record it anew.");
    }

    private Recording read(String json) throws IOException {
        Path file = folder.resolve("a.json");
        Files.writeString(file, json);
        return Recording.read(file);
    }

    private static String recording(String kind, String event) {
        return "{\"format\":\"aloft-recording/1\",\"provider\":\"local\",\"function\":\"f\",\"kind\":\"" + kind
                + "\",\"time\":\"2026-01-01T00:00:00Z\",\"events\":[" + event + "]}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|found the end",
                "[]|The event cannot be read: found an array at byte 0, expected an object. Record it anew",
                "{}|its format is not aloft-recording/1",
                "{\"format\":1}|its format is not aloft-recording/1",
                "{\"format\":\"aloft-recording/1\"}|the recording.provider is missing",
                "{\"format\":\"aloft-recording/1\",\"provider\":{}}|the recording.provider is no text",
                "{\"format\":\"aloft-recording/1\",\"format\":\"aloft-recording/1\"}|found a repeated name",
            })
    void whatIsNoRecordingIsRefused(String json, String fault) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(AloftException.class)
                .hasMessageStartingWith("ALOFT-165 a.json is no recording: ")
                .hasMessageContaining(fault)
                .hasMessageEndingWith(". Record it anew, or see docs/recordings.md for the format.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "http|``|it has not the one event that it is about",
                "http|7|events[0] is no object",
                "http|{\"method\":\"GET\"}|events[0].target is missing",
                "http|{\"method\":\"GET\",\"target\":\"/\",\"header\":[]}|events[0] has unknown fields: [header]",
                "http|{\"method\":\"GET\",\"target\":\"/\",\"headers\":{}}|events[0].headers is no array",
                "http|{\"method\":\"GET\",\"target\":\"/\",\"headers\":[\"a: b\"]}|events[0].headers[0] is no object",
                "http|{\"method\":\"GET\",\"target\":\"/\",\"base64\":\"%%\"}|Illegal base64",
                "http|{\"method\":\"GET\",\"target\":\"/\",\"base64\":\"\",\"text\":\"\"}|events[0] has both text and base64",
                "http|{\"method\":\"GET\",\"target\":\"/\"},{\"method\":\"GET\",\"target\":\"/\"}|it has not the one event",
                "guess|{}|there is no kind guess",
                "message|{\"id\":\" \",\"source\":\"a\"}|A message has an id",
                "message|{\"id\":\"a\",\"source\":\"a\",\"attempt\":1.5}|events[0].attempt is no whole number",
                "message|{\"id\":\"a\",\"source\":\"a\",\"enqueuedAt\":\"now\"}|events[0].enqueuedAt is no time",
                "storage|{\"id\":\"a\",\"kind\":\"MADE\",\"bucket\":\"a\",\"key\":\"b\"}|No enum constant",
                "change|{\"id\":\"a\",\"operation\":\"INSERT\",\"source\":\"a\",\"changedFields\":[1]}|holds more than texts",
                "change|{\"id\":\"a\",\"operation\":\"INSERT\",\"source\":\"a\",\"expiry\":\"yes\"}|events[0].expiry is no true or false",
            })
    void anEventOfAnotherShapeIsRefused(String kind, String event, String fault) {
        assertThatThrownBy(() -> read(recording(kind, event)))
                .hasMessageStartingWith("ALOFT-165 a.json is no recording: ")
                .hasMessageContaining(fault);
    }

    @Test
    void deepJsonEndsNothing() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertThatThrownBy(() -> read(recording("http", deep))).hasMessageContaining("at most 200");
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        Path file = folder.resolve("huge.json");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength((64L << 20) + 1);
        }

        assertThatThrownBy(() -> Recording.read(file))
                .hasMessageStartingWith("ALOFT-165 huge.json is no recording: it is larger than 64 MiB.");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> Recording.read(folder.resolve("none.json")))
                .hasMessageStartingWith("ALOFT-165 none.json is no recording: it cannot be read, ");
    }
}
