package dev.aloft.testkit.aws;

import dev.aloft.Headers;
import java.nio.charset.StandardCharsets;

/**
 * What a client gets from a gateway, without what only describes the connection (Date, Content-Length, request ids).
 *
 * @param status the status code, for example 200
 * @param headers the header lines
 * @param body the content, empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record GatewayReply(int status, Headers headers, byte[] body) {

    static GatewayReply error(int status, String contentType, String text) {
        return new GatewayReply(status, Headers.of("content-type", contentType), text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The content as UTF-8, for example {@code Hello}.
     *
     * @return the text, empty if there is none
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Everything, for a failure's message. */
    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder("GatewayReply[").append(status);
        for (int line = 0; line < headers.size(); line++) {
            shown.append(", ").append(headers.name(line)).append(": ").append(headers.value(line));
        }
        return shown.append(", ").append(text()).append(']').toString();
    }
}
