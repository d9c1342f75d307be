package dev.aloft.runtime;

import dev.aloft.AloftException;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * A problem document for the client: status, title, and only what it may know.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 */
final class Problem {
    private static final String PREFIX = "ALOFT-";
    private static final int LENGTH = PREFIX.length() + 3;

    private Problem() {}

    static HttpResponse of(int status, @Nullable String code, @Nullable String detail, String invocationId) {
        JsonWriter json = new JsonWriter(256);
        json.beginObject();
        json.name("title").string(ReasonPhrase.of(status));
        json.name("status").number(status);
        if (detail != null && !detail.isEmpty()) {
            json.name("detail").string(detail);
        }
        if (code != null) {
            json.name("code").string(code);
        }
        json.name("invocationId").string(invocationId);
        json.endObject();
        return HttpResponse.of(status).withBody(json.toByteArray(), "application/problem+json");
    }

    /**
     * The stable code of a failure, which a client may know although it may not know the message: {@code ALOFT-402} for a header value that {@code HttpResponse.withHeader} refuses: what checks arguments throws
     * {@link IllegalArgumentException}, with the code before the first space of its message.
     */
    static @Nullable String code(Throwable failure) {
        if (failure instanceof AloftException coded) {
            return coded.code();
        }
        String message = failure instanceof IllegalArgumentException ? failure.getMessage() : null;
        return message != null && isCoded(message) ? message.substring(0, LENGTH) : null;
    }

    private static boolean isCoded(String message) {
        boolean coded = message.startsWith(PREFIX) && message.length() > LENGTH && message.charAt(LENGTH) == ' ';
        for (int i = PREFIX.length(); coded && i < LENGTH; i++) {
            coded = message.charAt(i) >= '0' && message.charAt(i) <= '9';
        }
        return coded;
    }
}
