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
        json.name("title").string(title(status));
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

    /** The titles of the IANA registry; any other status is named by its class. */
    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 410 -> "Gone";
            case 412 -> "Precondition Failed";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> status < 500 ? "Client Error" : "Server Error";
        };
    }
}
