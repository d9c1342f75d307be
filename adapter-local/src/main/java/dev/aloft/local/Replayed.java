package dev.aloft.local;

import dev.aloft.HttpResponse;
import dev.aloft.local.recording.Recording;
import dev.aloft.local.recording.Result;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a recorded invocation when it was replayed.
 *
 * <pre>{@code
 * Replayed again = functions.replay(Recording.read(file));
 * assertThat(again.isAsRecorded()).as(again.text()).isTrue();
 * }</pre>
 */
public final class Replayed {
    private final Recording recording;
    private final String function;
    private final List<Result> results;
    private final @Nullable HttpResponse response;

    Replayed(Recording recording, String function, List<Result> results, @Nullable HttpResponse response) {
        this.recording = recording;
        this.function = function;
        this.results = List.copyOf(results);
        this.response = response;
    }

    /** What was replayed. */
    public Recording recording() {
        return recording;
    }

    /** The function that was invoked now; empty if none was. */
    public String function() {
        return function;
    }

    /** What became of the request, or of each message or event. */
    public List<Result> results() {
        return results;
    }

    /** The answer to a request; empty for a native one, whose answer has the platform's form. */
    public Optional<HttpResponse> response() {
        return Optional.ofNullable(response);
    }

    /**
     * Whether the same function came to the same results, whatever the messages of exceptions say. Where the recording has no outcome,
     * whether everything was handled, or answered with a status below 400.
     *
     * @return whether it did
     */
    public boolean isAsRecorded() {
        List<Result> recorded = recording.results();
        boolean same = recording.function().isEmpty() || recording.function().equalsIgnoreCase(function);
        same &= recorded.isEmpty() ? !results.isEmpty() : recorded.size() == results.size();
        for (int i = 0; same && i < results.size(); i++) {
            same = recorded.isEmpty()
                    ? results.get(i).isSuccess()
                    : results.get(i).isLike(recorded.get(i));
        }
        return same;
    }

    /**
     * One line, for example {@code place-order answered 500, recorded was answered 201 (redacted: password)}.
     *
     * @return what it came to
     */
    public String text() {
        StringBuilder text = new StringBuilder(function.isEmpty() ? "(no function)" : function);
        text.append(' ').append(shown(results, true));
        if (isAsRecorded()) {
            return text.append(recording.results().isEmpty() ? "" : " as recorded")
                    .toString();
        }
        text.append(", recorded was ");
        if (!recording.function().isEmpty() && !recording.function().equalsIgnoreCase(function)) {
            text.append(recording.function()).append(' ');
        }
        text.append(recording.results().isEmpty() ? "nothing" : shown(recording.results(), false));
        if (!recording.redacted().isEmpty()) {
            text.append(" (redacted: ")
                    .append(String.join(", ", recording.redacted()))
                    .append(')');
        }
        return text.toString();
    }

    private static String shown(List<Result> results, boolean messages) {
        StringBuilder text = new StringBuilder();
        for (Result result : results) {
            text.append(text.length() == 0 ? "" : ", ").append(result);
            if (messages && !result.message().isEmpty()) {
                text.append(": ").append(Console.printable(result.message()));
            }
        }
        return text.length() == 0 ? "nothing" : text.toString();
    }
}
