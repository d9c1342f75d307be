package dev.aloft.testkit.azure;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The worker's response and its builder in one: headers are a map, so the last value of a name wins here, and the map's own order
 * decides which of two spellings of one name reaches the host first.
 */
final class WorkerHttpResponse implements HttpResponseMessage, HttpResponseMessage.Builder {
    private final Map<String, @Nullable String> headers = new HashMap<>();
    private HttpStatusType status = HttpStatus.OK;
    private @Nullable Object body;

    @Override
    public HttpStatusType getStatus() {
        return status;
    }

    @Override
    public @Nullable String getHeader(String key) {
        return headers.get(key);
    }

    @Override
    public @Nullable Object getBody() {
        return body;
    }

    Map<String, @Nullable String> headers() {
        return headers;
    }

    @Override
    public Builder status(HttpStatusType newStatus) {
        this.status = newStatus;
        return this;
    }

    @Override
    public Builder header(String key, @Nullable String value) {
        headers.put(key, value);
        return this;
    }

    @Override
    public Builder body(@Nullable Object newBody) {
        this.body = newBody;
        return this;
    }

    @Override
    public HttpResponseMessage build() {
        return this;
    }
}
