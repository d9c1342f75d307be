package dev.aloft.azure;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import dev.aloft.AloftException;
import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as the Java worker hands it over and takes it.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-http-webhook-trigger">HTTP trigger</a>
 */
final class AzureHttpMapper {
    /** The trigger's binding in every generated function.json. */
    static final String BINDING = "request";

    /** Stands for a method that the worker cannot name; no route has it, so it is answered 405 or 404. */
    private static final String UNKNOWN_METHOD = "UNKNOWN";

    private AzureHttpMapper() {}

    /** The way of one request: read, answered, written. */
    static HttpResponseMessage answer(HttpRequestMessage<Optional<String>> request, ExecutionContext context) {
        AzureContext invocation = new AzureContext(context, request, null, AzureApplication.get());
        return write(answer(request, invocation), request, invocation);
    }

    private static HttpResponse answer(HttpRequestMessage<Optional<String>> request, AzureContext invocation) {
        AzureApplication application = invocation.application();
        HttpRequest read;
        try {
            read = read(request, invocation);
        } catch (AloftException unreadable) {
            return application.functions().unreadable(unreadable, invocation);
        }
        return application.http(invocation.functionName(), read, invocation);
    }

    static HttpRequest read(HttpRequestMessage<Optional<String>> request, AzureContext invocation) {
        Headers headers = headers(request.getHeaders());
        String url = url(request);
        HttpRequest.Builder read = HttpRequest.builder(method(request), path(url))
                .query(query(url))
                .clientAddress(clientAddress(headers));
        for (int line = 0; line < headers.size(); line++) {
            read.header(headers.name(line), headers.value(line));
        }
        return read.body(body(request, headers, invocation)).build();
    }

    private static Headers headers(Map<String, String> single) {
        Headers.Builder headers = Headers.builder();
        for (Map.Entry<String, String> header : single.entrySet()) {
            headers.add(header.getKey(), header.getValue());
        }
        return headers.build();
    }

    private static String method(HttpRequestMessage<?> request) {
        try {
            return request.getHttpMethod().name();
        } catch (IllegalArgumentException unknown) {
            return UNKNOWN_METHOD;
        }
    }

    /** The worker's URI refuses characters that clients do send in a query; its complaint has the whole text. */
    private static String url(HttpRequestMessage<?> request) {
        try {
            return request.getUri().toString();
        } catch (IllegalArgumentException refused) {
            if (refused.getCause() instanceof URISyntaxException syntax) {
                return syntax.getInput();
            }
            throw AzureErrors.noUrl();
        }
    }

    /** For {@code http://h/a%20b?c=d} this is {@code /a%20b}. */
    static String path(String url) {
        int authority = url.indexOf("://");
        int start = authority < 0 ? 0 : url.indexOf('/', authority + 3);
        int mark = url.indexOf('?');
        int end = mark < 0 ? url.length() : mark;
        return start < 0 || start >= end ? "/" : url.substring(start, end);
    }

    /** For {@code http://h/a?b=c|d} this is {@code b=c|d}, whatever characters it has. */
    static String query(String url) {
        int mark = url.indexOf('?');
        return mark < 0 ? "" : url.substring(mark + 1);
    }

    /**
     * The address that Azure's front end adds to {@code X-Forwarded-For}, with a port: {@code 198.51.100.1, 192.0.2.7:50123}. What
     * stands before the last comma the client may have invented.
     */
    static @Nullable String clientAddress(Headers headers) {
        String line = headers.first("x-forwarded-for").orElse("");
        String last = line.substring(line.lastIndexOf(',') + 1).strip();
        if (last.startsWith("[")) {
            int end = last.indexOf(']');
            return end < 0 ? last : last.substring(1, end);
        }
        int colon = last.indexOf(':');
        boolean port = colon > 0 && colon == last.lastIndexOf(':');
        return last.isEmpty() ? null : port ? last.substring(0, colon) : last;
    }

    private static byte[] body(HttpRequestMessage<Optional<String>> request, Headers headers, AzureContext invocation) {
        Optional<String> text = request.getBody();
        if (text == null || text.isEmpty()) {
            if (headers.contains("transfer-encoding")) {
                throw AzureErrors.lostChunks();
            }
            return new byte[0];
        }
        ReceivedBody received = new ReceivedBody(text.get(), headers);
        byte[] bytes = received.isBinary() ? binary(received, invocation) : textual(received, invocation);
        if (bytes == null) {
            throw received.isBinary() ? AzureErrors.hiddenBytes() : AzureErrors.damagedBody(received.contentType());
        }
        return bytes;
    }

    private static byte @Nullable [] binary(ReceivedBody received, AzureContext invocation) {
        byte[] bytes = stored(received, invocation);
        return bytes == null ? received.undoubtedBytes() : bytes;
    }

    private static byte @Nullable [] textual(ReceivedBody received, AzureContext invocation) {
        byte[] bytes = received.exactBytes();
        return bytes == null ? stored(received, invocation) : bytes;
    }

    /** The body as the host sent it to the worker, or null if that was text, or if the worker does not show it. */
    private static byte @Nullable [] stored(ReceivedBody received, AzureContext invocation) {
        try {
            Object found = invocation.input(BINDING, new GenericType(HttpRequestMessage.class, byte[].class));
            if (found instanceof HttpRequestMessage<?> again && again.getBody() instanceof byte[] bytes) {
                return received.ifComplete(bytes);
            }
            return null;
        } catch (ReflectiveOperationException | RuntimeException changed) {
            invocation.warnOnce(AzureErrors.HIDDEN_BYTES_WARNING);
            return null;
        }
    }

    /** Always as bytes: the host would give text another Content-Type, and another charset if the client asks for one. */
    static HttpResponseMessage write(
            HttpResponse response, HttpRequestMessage<Optional<String>> request, AzureContext invocation) {
        HttpResponseMessage.Builder reply = request.createResponseBuilder(HttpStatusType.custom(response.status()));
        Headers headers = response.headers();
        for (String name : headers.names()) {
            List<String> values = headers.all(name);
            // Cookies cannot be joined, and the worker's headers are a map.
            boolean lost = name.equals("set-cookie") && values.size() > 1;
            reply.header(name, lost ? values.get(0) : String.join(", ", values));
            if (lost) {
                invocation.warnOnce(AzureErrors.LOST_COOKIES);
            }
        }
        return reply.body(response.body().bytes()).build();
    }
}
