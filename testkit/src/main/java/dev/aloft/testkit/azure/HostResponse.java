package dev.aloft.testkit.azure;

import com.microsoft.azure.functions.HttpResponseMessage;
import dev.aloft.Headers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client gets of a function's return value.
 *
 * <p>By reading, not by running: a null return value gives 204; a response object that a method returns under another declared type
 * ends the worker's task, because gson follows the object's reference to itself. A choice of charset by Accept-Charset, and values
 * that the worker or the host would write with a JSON library, are not reproduced; such values make the invocation fail.
 *
 * @see <a href="https://github.com/Azure/azure-functions-host/blob/dev/src/WebJobs.Script/Binding/Http/RawScriptResult.cs">
 *     RawScriptResult</a>
 * @see <a href="https://github.com/dotnet/aspnetcore/blob/main/src/Mvc/Mvc.Core/src/Formatters/TextOutputFormatter.cs">
 *     TextOutputFormatter</a>
 */
final class HostResponse {
    private static final Pattern CHARSET =
            Pattern.compile("(;\\s*charset\\s*=\\s*\"?)([^\";\\s]*)", Pattern.CASE_INSENSITIVE);

    private HostResponse() {}

    static AzureReply of(WorkerResult result, Class<?> declaredType) {
        Object value = result.value();
        boolean http = HttpResponseMessage.class.isAssignableFrom(declaredType);
        if (value == null) {
            return AzureReply.answered(204, Headers.empty(), new byte[0], result);
        }
        if (value instanceof WorkerHttpResponse && !http) {
            return AzureReply.noResponse(result.failed(WorkerResult.Outcome.NO_RESPONSE, new StackOverflowError()));
        }
        try {
            if (value instanceof WorkerHttpResponse response) {
                return reply(response, result);
            }
            boolean plain = !http && (value instanceof byte[] || value instanceof String);
            return reply(new WorkerHttpResponse().body(plain ? value : unwritable(value)), result);
        } catch (RuntimeException e) {
            return AzureReply.failed(result.failed(WorkerResult.Outcome.FAILURE, e));
        }
    }

    private static AzureReply reply(HttpResponseMessage.Builder builder, WorkerResult result) {
        WorkerHttpResponse response = (WorkerHttpResponse) builder;
        int status = response.getStatus().value();
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("The status " + status + " is outside 100 to 599.");
        }
        Headers headers = headers(response.headers());
        Object body = response.getBody();
        if (body instanceof byte[] bytes) {
            return AzureReply.answered(status, headers, bytes, result);
        }
        String text = body == null ? "" : body instanceof String string ? string : unwritable(body);
        String contentType = withCharset(headers.first("content-type").orElse("text/plain"));
        byte[] bytes = text.getBytes(charset(contentType));
        return AzureReply.answered(status, headers.with("content-type", contentType), bytes, result);
    }

    /** One value per name without regard to case: whatever comes second is dropped. */
    private static Headers headers(Map<String, @Nullable String> sent) {
        Headers headers = Headers.empty();
        for (Map.Entry<String, @Nullable String> header : sent.entrySet()) {
            String value = header.getValue();
            if (value == null) {
                throw new NullPointerException("The header " + header.getKey() + " is null.");
            }
            requireSendable(header.getKey(), value);
            headers = headers.contains(header.getKey()) ? headers : headers.plus(header.getKey(), value);
        }
        return headers;
    }

    /** Kestrel refuses such headers, and the host answers 500. */
    private static void requireSendable(String name, String value) {
        boolean token = !name.isEmpty()
                && name.chars().allMatch(c -> c > ' ' && c < 127 && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0);
        boolean text = value.chars().allMatch(c -> c == '\t' || c >= ' ' && c < 127);
        if (!token || !text) {
            throw new IllegalStateException("The web server refuses the header " + name + " for its characters.");
        }
    }

    /** Text is always sent as UTF-8 or UTF-16, and the Content-Type is made to say so. */
    private static String withCharset(String contentType) {
        Matcher charset = CHARSET.matcher(contentType);
        if (!charset.find()) {
            return contentType + "; charset=utf-8";
        }
        boolean supported =
                charset.group(2).equalsIgnoreCase("utf-8") || charset.group(2).equalsIgnoreCase("utf-16");
        return supported
                ? contentType
                : contentType.substring(0, charset.start(2)) + "utf-8" + contentType.substring(charset.end(2));
    }

    private static Charset charset(String contentType) {
        Matcher charset = CHARSET.matcher(contentType);
        boolean wide = charset.find() && charset.group(2).equalsIgnoreCase("utf-16");
        return wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    private static String unwritable(Object value) {
        throw new UnsupportedOperationException(
                "The worker would write " + value.getClass().getName()
                        + " with gson; that is not reproduced here. Return a String or byte[] body.");
    }
}
