package dev.aloft.local.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Attributes;
import dev.aloft.Document;
import dev.aloft.HttpRequest;
import dev.aloft.Message;
import dev.aloft.runtime.DocumentJson;
import dev.aloft.runtime.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/recordings.md names the fields that are written, and no others; its example is a recording. */
class RecordingsPageTest {
    private static final Path PAGE = Path.of("../docs/recordings.md");
    private static final Pattern FIELD = Pattern.compile("(?m)^\\| (`\\w+`(?:, `\\w+`)*) \\|");

    private static Set<String> told(String section) throws IOException {
        String[] parts = Files.readString(PAGE).split("(?m)^### " + section + "$", 2);
        assertThat(parts).as("the page has a section %s", section).hasSize(2);
        Set<String> fields = new TreeSet<>();
        Matcher field = FIELD.matcher(parts[1].split("(?m)^#", 2)[0]);
        while (field.find()) {
            fields.addAll(List.of(field.group(1).replace("`", "").split(", ")));
        }
        return fields;
    }

    private static Document written(String kind, Object event, Result... results) {
        Recording.Head head = new Recording.Head("local", "f", kind, Instant.EPOCH);
        String text = Recording.of(head, List.of(event), List.of(results), Redaction.standard())
                .text();
        return DocumentJson.read(new JsonReader(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "message", "event", "storage", "schedule", "change", "native"})
    void fieldsOfEachKindAreTold(String kind) throws IOException {
        Set<String> written = new TreeSet<>();
        for (int seed = 0; seed < 300; seed++) {
            Document recording = written(kind, new RandomEvents(seed).of(kind));
            for (Object event : recording.elements("events").orElseThrow()) {
                written.addAll(((Document) event).fields().keySet());
            }
        }

        assertThat(told(kind)).isEqualTo(written);
    }

    @Test
    void fieldsOfTheFileAndOfItsOutcomeAreTold() throws IOException {
        HttpRequest request =
                HttpRequest.builder("GET", "/").header("cookie", "a=b").build();
        Document recording = written(
                "http", request, Result.answered(200), Result.thrown("failed", new IllegalStateException("no stock")));
        Set<String> outcome = new TreeSet<>();
        for (Object result : recording.elements("outcome").orElseThrow()) {
            outcome.addAll(((Document) result).fields().keySet());
        }

        assertThat(told("The file")).isEqualTo(new TreeSet<>(recording.fields().keySet()));
        assertThat(told("outcome")).isEqualTo(outcome);
    }

    @Test
    void fieldsOfPairsAreTold() throws IOException {
        Attributes attributes =
                Attributes.builder().add("a", "b").add("c", new byte[] {1}).build();
        Document recording = written(
                "message",
                new RecordedItem(
                        null, Message.builder("m", "{}").attributes(attributes).build()));
        Set<String> pairs = new TreeSet<>();
        Document event = (Document) first(recording.elements("events").orElseThrow());
        for (Object pair : event.elements("attributes").orElseThrow()) {
            pairs.addAll(((Document) pair).fields().keySet());
        }

        assertThat(told("Pairs")).isEqualTo(pairs);
    }

    private static @Nullable Object first(Collection<@Nullable Object> all) {
        return all.iterator().next();
    }

    @Test
    void theExampleIsARecordingAsItWouldBeWritten() throws IOException {
        Matcher example =
                Pattern.compile("```json\\n(\\{\\n.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(example.find()).isTrue();

        Recording recording = Recording.parse(example.group(1).getBytes(StandardCharsets.UTF_8), "the example");

        assertThat(recording.text()).isEqualTo(example.group(1));
    }

    @Test
    void theStandardNamesAreHidden() throws IOException {
        String page =
                Files.readString(PAGE).split("(?m)^### Standard names$", 2)[1].split("(?m)^#", 2)[0];
        Matcher name = Pattern.compile("`([\\w-]+)`").matcher(page);
        Set<String> named = new TreeSet<>();
        while (name.find()) {
            named.add(name.group(1));
            assertThat(Redaction.standard().hides(name.group(1)))
                    .as(name.group(1))
                    .isTrue();
        }

        assertThat(named).hasSizeGreaterThan(20);
    }
}
