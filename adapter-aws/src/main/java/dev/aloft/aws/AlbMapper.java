package dev.aloft.aws;

import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.ReasonPhrase;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Application Load Balancers, in the form that the target group's attribute {@code lambda.multi_value_headers.enabled} chooses;
 * an answer in the other form loses its headers.
 *
 * <p>In the single-value form the load balancer hands over the last of repeated headers and query parameters only. Several
 * cookies in an answer differ in the case of their header's name there ({@code set-cookie}, {@code Set-cookie}, …): the load
 * balancer passes such names on, though its documentation does not promise it, so a warning says what to switch on.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html">Lambda functions as
 *     targets</a>
 */
final class AlbMapper implements HttpMapper {
    /** Documented for the whole JSON of an answer: 1 MB. */
    private static final int LIMIT = 1_048_576;

    private final NativeRequest request = new NativeRequest();

    @Override
    public @Nullable HttpRequest read(JsonReader json) {
        request.read(json);
        if (!request.event.isLoadBalancer()) {
            return null;
        }
        if (request.path == null) {
            throw BrokenEvent.without("path", "Application Load Balancer");
        }
        // A load balancer does not decode parameters.
        return request.request(PathText.repaired(request.path), request.query(false), clientAddress());
    }

    /** The load balancer adds the address of its caller at the end; what stands before it the caller may have invented. */
    private @Nullable String clientAddress() {
        String forwarded = request.lastHeader("x-forwarded-for");
        return forwarded == null
                ? null
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).trim();
    }

    @Override
    public void write(HttpResponse response, JsonWriter json) {
        json.beginObject();
        json.name("statusCode").number(response.status());
        json.name("statusDescription").string(response.status() + " " + ReasonPhrase.of(response.status()));
        boolean multiValue = request.headers.isMultiValue();
        json.name(multiValue ? "multiValueHeaders" : "headers").beginObject();
        if (multiValue) {
            writeMulti(response.headers(), json);
        } else {
            HttpMapper.writeJoined(response.headers(), json);
            writeCookies(response.headers(), json);
        }
        json.endObject();
        HttpMapper.writeBody(response, json);
        json.endObject();
    }

    private static void writeMulti(Headers headers, JsonWriter json) {
        for (int line = 0; line < headers.size(); line++) {
            if (HttpMapper.lines(headers, line) > 0) {
                HttpMapper.writeAll(headers, headers.name(line), json.name(headers.name(line)));
            }
        }
    }

    private static void writeCookies(Headers headers, JsonWriter json) {
        int cookie = 0;
        for (int line = 0; line < headers.size(); line++) {
            if (headers.name(line).equals(COOKIE)) {
                json.name(cookieName(cookie++)).string(headers.value(line));
            }
        }
    }

    /** Another spelling for each number below 512: set-cookie, Set-cookie, sEt-cookie, SEt-cookie. */
    private static String cookieName(int number) {
        char[] name = COOKIE.toCharArray();
        int bits = number;
        for (int i = 0; i < name.length; i++) {
            if (name[i] != '-') {
                name[i] = (bits & 1) == 1 ? (char) (name[i] - 32) : name[i];
                bits >>= 1;
            }
        }
        return new String(name);
    }

    @Override
    public int limit() {
        return LIMIT;
    }

    @Override
    public @Nullable String warning(HttpResponse response) {
        int cookies = 0;
        for (int line = 0; line < response.headers().size(); line++) {
            cookies += response.headers().name(line).equals(COOKIE) ? 1 : 0;
        }
        return request.headers.isMultiValue() || cookies < 2
                ? null
                : "An answer sets " + cookies
                        + " cookies, but the load balancer's target group takes one value per header name;"
                        + " they are sent under names that differ in case. Set the target group's attribute"
                        + " lambda.multi_value_headers.enabled to true.";
    }
}
