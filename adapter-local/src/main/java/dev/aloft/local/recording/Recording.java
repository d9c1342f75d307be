package dev.aloft.local.recording;

import dev.aloft.AloftException;
import dev.aloft.Document;
import dev.aloft.HttpRequest;
import dev.aloft.runtime.DocumentJson;
import dev.aloft.runtime.NativePayload;
import dev.aloft.runtime.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One invocation as it was: the event, without what must not be kept, and what became of it. It is a file that can be read, compared
 * and replayed:
 *
 * <pre>{@code
 * Replayed again = functions.replay(Recording.read(Path.of("src/test/recordings/place-order.json")));
 * assertThat(again.isAsRecorded()).as(again.text()).isTrue();
 * }</pre>
 *
 * <p>The local server writes them with {@code --record DIR}, tests with {@code functions.recordedBy(…)}. Of a native event, as a
 * platform handed it over, {@link #ofNative} makes one. The format is described in {@code docs/recordings.md}.
 */
public final class Recording {
    /** What the field {@code format} says: {@code aloft-recording/1}. */
    public static final String FORMAT = "aloft-recording/1";

    private static final long LARGEST_FILE = 64L << 20;

    private final Document written;
    private final List<Object> events = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private final List<String> redacted;
    private final String provider;
    private final String function;
    private final String kind;
    private final Instant time;

    private Recording(Document written) {
        this.written = written;
        Fields fields = new Fields(written, "the recording");
        fields.text("format");
        provider = fields.text("provider");
        function = fields.textOrEmpty("function");
        kind = fields.text("kind");
        time = fields.time("time");
        for (Object event : fields.list("events")) {
            events.add(EventReader.read(kind, function, event, "events[" + events.size() + "]"));
        }
        for (Fields result : fields.objects("outcome")) {
            results.add(new Result(
                    result.text("result"),
                    (int) result.number("status", 0),
                    result.textOrEmpty("type"),
                    result.textOrEmpty("message")));
            result.end();
        }
        redacted = fields.texts("redacted");
        fields.end();
        require(List.of("local", "aws", "azure", "gcp").contains(provider), "there is no provider " + provider);
        boolean one = kind.equals("http") || kind.equals("native");
        require(!events.isEmpty() && (!one || events.size() == 1), "it has not the one event that it is about");
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalArgumentException(fault);
        }
    }

    /**
     * Reads a recording.
     *
     * @param file the file
     * @return the recording
     * @throws AloftException if it is none (ALOFT-165), or one of another version (ALOFT-166)
     */
    public static Recording read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw RecordingErrors.notOne(name, "it is larger than 64 MiB", null);
            }
            return parse(Files.readAllBytes(file), name);
        } catch (IOException e) {
            throw RecordingErrors.notOne(name, "it cannot be read, " + e, e);
        }
    }

    static Recording parse(byte[] json, String name) {
        try {
            JsonReader reader = new JsonReader(json);
            Document written = DocumentJson.read(reader);
            reader.end();
            Object format = written.get("format");
            if (!FORMAT.equals(format)) {
                throw format instanceof String other && other.startsWith("aloft-recording/")
                        ? RecordingErrors.otherVersion(name, other)
                        : RecordingErrors.notOne(name, "its format is not " + FORMAT, null);
            }
            return new Recording(written);
        } catch (IllegalArgumentException | IllegalStateException fault) {
            throw RecordingErrors.notOne(name, String.valueOf(fault.getMessage()), fault);
        } catch (AloftException fault) {
            boolean said = fault.code().startsWith("ALOFT-16");
            throw said ? fault : RecordingErrors.notOne(name, fault.reason(), fault);
        }
    }

    /**
     * Makes a recording of a native event, which has no outcome yet.
     *
     * @param provider {@code aws}, {@code azure} or {@code gcp}
     * @param payload the event; its function may be empty where the provider names none
     * @param redaction what must not be kept
     * @return the recording
     * @throws AloftException with code ALOFT-165 if there is no such provider
     */
    public static Recording ofNative(String provider, NativePayload payload, Redaction redaction) {
        return of(
                new Head(provider, payload.function(), "native", Instant.now()),
                List.of(payload),
                List.of(),
                redaction);
    }

    /**
     * What a recording says of its event.
     *
     * @param provider {@code local}, {@code aws}, {@code azure} or {@code gcp}
     * @param function the function's name; empty if it is not known
     * @param kind {@code http}, {@code message}, {@code event}, {@code storage}, {@code schedule}, {@code change} or {@code native}
     * @param time when it was
     */
    public record Head(String provider, String function, String kind, Instant time) {}

    /**
     * Makes a recording of an invocation.
     *
     * @param head what it is
     * @param events a request or a {@link NativePayload} alone, or {@link RecordedItem}s
     * @param results what became of them
     * @param redaction what must not be kept
     * @return the recording
     */
    public static Recording of(Head head, List<?> events, List<Result> results, Redaction redaction) {
        Redactor redactor = new Redactor(redaction, head.kind().equals("native"));
        List<Document> written = new ArrayList<>(events.size());
        for (Object event : events) {
            written.add(redactor.event(EventWriter.write(event)));
        }
        List<Document> outcome = new ArrayList<>(results.size());
        for (Result result : results) {
            outcome.add(result(result, redactor.message(result.message())));
        }
        Document.Builder recording = Document.builder().set("format", FORMAT).set("provider", head.provider());
        if (!head.function().isEmpty()) {
            recording.set("function", head.function());
        }
        recording.set("kind", head.kind()).set("time", head.time().toString()).set("events", written);
        if (!outcome.isEmpty()) {
            recording.set("outcome", outcome);
        }
        if (!redactor.found().isEmpty()) {
            recording.set("redacted", redactor.found());
        }
        try {
            return new Recording(recording.build());
        } catch (IllegalArgumentException fault) {
            throw RecordingErrors.notOne("The invocation", String.valueOf(fault.getMessage()), fault);
        }
    }

    private static Document result(Result result, String message) {
        Document.Builder written = Document.builder().set("result", result.what());
        if (result.status() > 0) {
            written.set("status", result.status());
        }
        if (!result.type().isEmpty()) {
            written.set("type", result.type());
        }
        return (message.isEmpty() ? written : written.set("message", message)).build();
    }

    /** The file's text. */
    public String text() {
        return IndentedJson.of(written);
    }

    /**
     * Writes the file, in place of one that is there.
     *
     * @param file where to
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Files.write(file, text().getBytes(StandardCharsets.UTF_8));
    }

    /** Whose event it is: {@code local}, {@code aws}, {@code azure} or {@code gcp}. */
    public String provider() {
        return provider;
    }

    /** The function's name; empty if the platform did not name it. */
    public String function() {
        return function;
    }

    /** {@code http}, {@code message}, {@code event}, {@code storage}, {@code schedule}, {@code change} or {@code native}. */
    public String kind() {
        return kind;
    }

    /** When it was. */
    public Instant time() {
        return time;
    }

    /** The request of an HTTP function. */
    public Optional<HttpRequest> request() {
        return Optional.ofNullable(only(HttpRequest.class));
    }

    /** The event as the platform handed it over. */
    public Optional<NativePayload> payload() {
        return Optional.ofNullable(only(NativePayload.class));
    }

    private <E> @Nullable E only(Class<E> type) {
        return type.isInstance(events.get(0)) ? type.cast(events.get(0)) : null;
    }

    /** The messages or events that the function was given together; none for a request or a native event. */
    public List<RecordedItem> items() {
        List<RecordedItem> items = new ArrayList<>();
        for (Object event : events) {
            if (event instanceof RecordedItem item) {
                items.add(item);
            }
        }
        return items;
    }

    /** What became of the request, or of each message or event; empty if that is not known. */
    public List<Result> results() {
        return List.copyOf(results);
    }

    /** What was replaced by {@link Redaction#MARK}, by name, for example {@code [authorization, password]}. */
    public List<String> redacted() {
        return List.copyOf(redacted);
    }
}
