package dev.aloft.azure;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import java.net.URISyntaxException;
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

    static HttpRequest read(HttpRequestMessage<Optional<String>> request, AzureContext invocation) {
        Headers headers = headers(request.getHeaders());
        String url = url(request);
        HttpRequest.Builder read = HttpRequest.builder(method(request), NativeUrl.path(url))
                .query(NativeUrl.query(url))
                .clientAddress(ForwardedFor.lastAddress(headers));
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
            if (invocation.application().isFirstHiddenByte()) {
                invocation.log(System.Logger.Level.WARNING, AzureErrors.HIDDEN_BYTES_WARNING);
            }
            return null;
        }
    }

    /** Always as bytes: the host would give text another Content-Type, and another charset if the client asks for one. */
    static HttpResponseMessage write(
            HttpResponse response, HttpRequestMessage<Optional<String>> request, AzureContext invocation) {
        HttpResponseMessage.Builder reply = request.createResponseBuilder(HttpStatusType.custom(response.status()));
        Headers headers = response.headers();
        for (int line = 0; line < headers.size(); line++) {
            String name = headers.name(line);
            if (headers.all(name).size() == 1) {
                reply.header(name, headers.value(line));
            } else if (!name.equals("set-cookie")) {
                reply.header(name, joined(headers, name));
            }
        }
        writeCookie(headers, reply, invocation);
        return reply.body(response.body().bytes()).build();
    }

    private static String joined(Headers headers, String name) {
        StringBuilder joined = new StringBuilder();
        for (String value : headers.all(name)) {
            joined.append(joined.length() == 0 ? "" : ", ").append(value);
        }
        return joined.toString();
    }

    /** Cookies cannot be joined, and the worker's headers are a map. */
    private static void writeCookie(Headers headers, HttpResponseMessage.Builder reply, AzureContext invocation) {
        if (headers.all("set-cookie").size() > 1) {
            reply.header("set-cookie", headers.all("set-cookie").get(0));
            if (invocation.application().isFirstLostCookie()) {
                invocation.log(System.Logger.Level.WARNING, AzureErrors.LOST_COOKIES);
            }
        }
    }
}
