package dev.aloft.testkit.brokers;

import com.google.cloud.functions.HttpRequest;
import dev.aloft.Headers;
import dev.aloft.testkit.gcp.GoogleRequest;
import dev.aloft.testkit.gcp.ReceivedReply;
import dev.aloft.testkit.gcp.ReceivedRequest;
import java.util.List;

/** A request and the reply to it, as the functions framework shows them to a function. */
final class GoogleExchange {
    private final GoogleRequest sent;
    private final ReceivedReply reply = new ReceivedReply();

    private GoogleExchange(GoogleRequest sent) {
        this.sent = sent;
    }

    static GoogleExchange of(GoogleRequest request) {
        return new GoogleExchange(request);
    }

    static GoogleExchange post(byte[] body) {
        return of(new GoogleRequest(Headers.empty(), body));
    }

    GoogleExchange header(String name, String value) {
        return of(new GoogleRequest(sent.headers().plus(name, value), sent.body()));
    }

    HttpRequest request() {
        return new ReceivedRequest(sent);
    }

    ReceivedReply response() {
        return reply;
    }

    int status() {
        return reply.status();
    }

    /** Status, wish for a delay, and body. */
    String text() {
        String delay = String.join("", reply.getHeaders().getOrDefault("Retry-After", List.of()));
        return "status " + status() + (delay.isEmpty() ? "" : ", retry-after " + delay) + "\n" + reply.text();
    }
}
