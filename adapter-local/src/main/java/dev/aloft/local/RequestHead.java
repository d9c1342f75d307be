package dev.aloft.local;

import dev.aloft.Headers;
import java.io.IOException;

/**
 * Request line and headers, checked more strictly than HTTP servers usually do: what two servers could understand in two ways
 * is refused.
 *
 * @param method as it was sent
 * @param target path and query as they were sent
 * @param headers all header lines in order
 * @param persistent whether the client wants to send more on this connection
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112, HTTP/1.1</a>
 */
record RequestHead(String method, String target, Headers headers, boolean persistent) {

    static RequestHead read(RequestInput in, ServerLimits limits) throws IOException, RefusedRequest {
        String line = requestLine(in, limits);
        int first = line.indexOf(' ');
        int second = line.indexOf(' ', first + 1);
        if (first < 0 || second < 0 || line.indexOf(' ', second + 1) >= 0) {
            throw RefusedRequest.malformed("its first line is not a method, a path and a version");
        }
        String version = line.substring(second + 1);
        String target = line.substring(first + 1, second);
        if (target.length() > limits.targetLength()) {
            throw RefusedRequest.targetTooLong(limits.targetLength());
        }
        HeadSyntax.requireVersion(version);
        HeadSyntax.requireMethod(line.substring(0, first));
        HeadSyntax.requireTarget(target);
        Headers headers = headers(in, limits, limits.headLength() - line.length());
        boolean latest = version.equals("HTTP/1.1");
        HeadSyntax.requireHost(headers, latest);
        boolean persistent = latest && !HeadSyntax.lists(headers, "connection", "close");
        return new RequestHead(line.substring(0, first), target, headers, persistent);
    }

    /** One empty line before a request is passed over, as RFC 9112 §2.2 asks for. */
    private static String requestLine(RequestInput in, ServerLimits limits) throws IOException, RefusedRequest {
        int most = limits.targetLength() + 40;
        RefusedRequest tooLong = RefusedRequest.targetTooLong(limits.targetLength());
        String line = in.line(most, tooLong);
        return line.isEmpty() ? in.line(most, tooLong) : line;
    }

    private static Headers headers(RequestInput in, ServerLimits limits, int mostBytes)
            throws IOException, RefusedRequest {
        RefusedRequest tooLarge = RefusedRequest.headTooLarge(limits.headLength() + " bytes");
        Headers.Builder headers = Headers.builder();
        int left = mostBytes;
        int lines = 0;
        String line = in.line(left, tooLarge);
        while (!line.isEmpty()) {
            lines++;
            if (lines > limits.headerLines()) {
                throw RefusedRequest.headTooLarge(limits.headerLines() + " lines");
            }
            int colon = HeadSyntax.requireHeader(line);
            headers.add(line.substring(0, colon), HeadSyntax.value(line, colon + 1));
            left -= line.length();
            line = in.line(left, tooLarge);
        }
        return headers.build();
    }

    String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    String query() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }
}
