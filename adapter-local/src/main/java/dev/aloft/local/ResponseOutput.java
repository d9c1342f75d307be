package dev.aloft.local;

import dev.aloft.Headers;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.ReasonPhrase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Sends an answer; a small one in one packet, so that no client waits for the second. */
final class ResponseOutput {
    private static final int ONE_WRITE = 64 * 1024;

    private final OutputStream stream;

    ResponseOutput(OutputStream stream) {
        this.stream = stream;
    }

    /** Tells a client that asked first to send its body. */
    void sendContinue() throws IOException {
        stream.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    void send(HttpResponse response, boolean toHead, boolean persistent) throws IOException {
        byte[] body = response.body().bytes();
        byte[] head = head(response, toHead ? -1 : body.length, persistent).getBytes(StandardCharsets.ISO_8859_1);
        if (toHead) {
            stream.write(head);
        } else if (head.length + body.length <= ONE_WRITE) {
            byte[] all = new byte[head.length + body.length];
            System.arraycopy(head, 0, all, 0, head.length);
            System.arraycopy(body, 0, all, head.length, body.length);
            stream.write(all);
        } else {
            stream.write(head);
            stream.write(body);
        }
        stream.flush();
    }

    private static String head(HttpResponse response, int length, boolean persistent) {
        int status = response.status();
        Headers headers = response.headers();
        StringBuilder head = new StringBuilder(256);
        head.append("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(ReasonPhrase.of(status))
                .append("\r\n");
        for (int line = 0; line < headers.size(); line++) {
            head.append(headers.name(line))
                    .append(": ")
                    .append(headers.value(line))
                    .append("\r\n");
        }
        if (!headers.contains("date")) {
            head.append("date: ").append(HttpDate.now()).append("\r\n");
        }
        // RFC 9110 §8.6: none with 204, and what HEAD and 304 leave out has a length that nobody knows here.
        if (length >= 0 && status != 204 && status != 304) {
            head.append("content-length: ").append(length).append("\r\n");
        }
        if (!persistent) {
            head.append("connection: close\r\n");
        }
        return head.append("\r\n").toString();
    }
}
