package dev.aloft.benchmarks;

import dev.aloft.testkit.runtime.HttpReply;
import dev.aloft.testkit.runtime.RawHttpRequest;

/**
 * What a server is asked again and again.
 *
 * @param request the request
 * @param status what a right answer has
 * @param expected what a right answer holds
 */
record HttpWork(RawHttpRequest request, int status, String expected) {
    private static final String ADA = "{\"name\":\"Ada\"}";

    static HttpWork greet(String path) {
        RawHttpRequest request = RawHttpRequest.of("POST", path)
                .with("Content-Type", "application/json")
                .withBody(ADA);
        return new HttpWork(request, 200, Running.EXPECTED);
    }

    /** The first page of the sample shop. */
    static HttpWork welcome() {
        return new HttpWork(RawHttpRequest.of("GET", "/"), 200, "Welcome to the shop");
    }

    /**
     * A CloudEvent in binary mode, as Eventarc sends it; a function that does not find the name in it fails.
     *
     * @param status what acknowledges it
     * @see <a href="https://cloud.google.com/eventarc/docs/cloudevents">CloudEvents of Eventarc</a>
     */
    static HttpWork event(int status) {
        RawHttpRequest request = RawHttpRequest.of("POST", "/")
                .with("ce-specversion", "1.0")
                .with("ce-id", "2070443601311540")
                .with("ce-source", "//shop.example/customers")
                .with("ce-type", "com.acme.customer.greeted")
                .with("ce-subject", "customers/ada")
                .with("ce-time", "2026-07-10T08:00:00.789Z")
                .with("Content-Type", "application/json")
                .withBody(ADA);
        return new HttpWork(request, status, "");
    }

    boolean isDoneBy(HttpReply reply) {
        return reply.status() == status && reply.text().contains(expected);
    }
}
