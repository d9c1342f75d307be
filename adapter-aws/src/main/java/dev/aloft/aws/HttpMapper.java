package dev.aloft.aws;

import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** One native payload version in both directions. An object reads one event and writes the answer to that event. */
interface HttpMapper {
    /**
     * Lambda's limit for a synchronous answer, in bytes.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda quotas</a>
     */
    int LAMBDA_LIMIT = 6_291_556;

    String COOKIE = "set-cookie";

    /** The request; null if the event has not the marks of this version, or also those of another kind. */
    @Nullable
    HttpRequest read(JsonReader json);

    void write(HttpResponse response, JsonWriter json);

    /** The most bytes that a whole native answer may have. */
    default int limit() {
        return LAMBDA_LIMIT;
    }

    /** What this dialect may lose of the response, for the log; null if nothing. */
    default @Nullable String warning(HttpResponse response) {
        return null;
    }

    /** Writes one value for each name but that of cookies, repeated ones joined with a comma, as RFC 9110 section 5.3 allows. */
    static void writeJoined(Headers headers, JsonWriter json) {
        for (String name : headers.names()) {
            if (!name.equals(COOKIE)) {
                json.name(name).string(String.join(", ", headers.all(name)));
            }
        }
    }

    /** Writes the list of a name's values. */
    static void writeAll(Headers headers, String name, JsonWriter json) {
        json.name(name).beginArray();
        for (String value : headers.all(name)) {
            json.string(value);
        }
        json.endArray();
    }
}
