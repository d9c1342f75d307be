package dev.aloft.runtime;

import dev.aloft.HttpResponse;
import dev.aloft.runtime.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * A problem document for the client: status, title, and only what it may know.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 */
final class Problem {
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
}
