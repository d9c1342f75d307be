package dev.aloft.testkit.azure;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request object of the worker. {@link #getUri()} throws where the query has a character that {@link URI} refuses, {@link
 * #getHttpMethod()} where the method is not one of the nine known ones.
 */
final class WorkerHttpRequest implements HttpRequestMessage<@Nullable Object> {
    private final RpcHttp http;
    private final @Nullable Object body;

    WorkerHttpRequest(RpcHttp http, @Nullable Object body) {
        this.http = http;
        this.body = body;
    }

    @Override
    public URI getUri() {
        return URI.create(http.url());
    }

    @Override
    public HttpMethod getHttpMethod() {
        return HttpMethod.value(http.method());
    }

    @Override
    public Map<String, String> getHeaders() {
        return http.headers();
    }

    @Override
    public Map<String, String> getQueryParameters() {
        return http.query();
    }

    @Override
    public @Nullable Object getBody() {
        return body;
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
        return new WorkerHttpResponse().status(status);
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
        return new WorkerHttpResponse().status(status);
    }
}
