package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.ReasonPhrase;
import dev.aloft.runtime.json.JsonWriter;

/** A request that no function sees, because it is not what HTTP allows or larger than the server accepts. */
final class RefusedRequest extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String detail;

    private RefusedRequest(int status, String code, String detail) {
        super(code + " " + detail, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    static RefusedRequest malformed(String fault) {
        return new RefusedRequest(400, "ALOFT-314", "The request is not valid HTTP/1.1: " + fault + ".");
    }

    static RefusedRequest unsupported(int status, String what) {
        return new RefusedRequest(
                status, "ALOFT-314", "The request asks for what is not supported here: " + what + ".");
    }

    static RefusedRequest bodyTooLarge(int limit) {
        return new RefusedRequest(
                413, "ALOFT-313", "The body is larger than " + limit + " bytes. Start with --max-body to accept more.");
    }

    static RefusedRequest targetTooLong(int limit) {
        return new RefusedRequest(414, "ALOFT-315", "The path with its query is longer than " + limit + " characters.");
    }

    static RefusedRequest headTooLarge(String limit) {
        return new RefusedRequest(431, "ALOFT-315", "The headers are more than " + limit + ".");
    }

    static RefusedRequest busy(int connections) {
        return new RefusedRequest(
                503, "ALOFT-316", "The server has " + connections + " connections, as many as it takes.");
    }

    /** A request under {@code /_local} that may come from elsewhere. */
    static RefusedRequest foreign(String fault) {
        return new RefusedRequest(
                403, "ALOFT-126", "Paths under /_local are for this machine only, and of this request " + fault + ".");
    }

    /** A request that changes something and comes from a page, but not from the server's own. */
    static RefusedRequest withoutToken() {
        return new RefusedRequest(
                403,
                "ALOFT-160",
                "The request comes from a browser and changes something, so it needs the header X-Aloft-Token with the token of"
                        + " the page /_local/ of this very process. Load the page again, or send the request without a browser.");
    }

    /** What the page asks for and is not there any more. */
    static RefusedRequest notKept(String what) {
        return new RefusedRequest(404, "ALOFT-161", "There is no " + what + ".");
    }

    /** A request to a path under {@code /_local} that is not there, or by another method. */
    static RefusedRequest unknownEndpoint(int status, String fault) {
        return new RefusedRequest(
                status,
                "ALOFT-127",
                "The request is not understood: " + fault
                        + ". There are /_local/queues/{name}, /_local/topics/{name}, /_local/streams/{name}?key={key},"
                        + " /_local/storage/{bucket}/{key}, /_local/schedules/{function}, /_local/databases/{name},"
                        + " /_local/events, /_local/dead-letters/{function} and the page /_local/.");
    }

    /** A message that cannot be sent as it was posted. */
    static RefusedRequest unusable(String fault) {
        return new RefusedRequest(400, "ALOFT-129", "The message was not sent: " + fault + ".");
    }

    /** What is posted as an event and is none, or several. */
    static RefusedRequest noEvent() {
        return new RefusedRequest(
                400,
                "ALOFT-129",
                "The event was not sent: the request is no single CloudEvent. Send the headers ce-specversion, ce-id, ce-source"
                        + " and ce-type, or one JSON object as application/cloudevents+json.");
    }

    static RefusedRequest of(int status, AloftException failure) {
        return new RefusedRequest(status, failure.code(), failure.reason());
    }

    int status() {
        return status;
    }

    HttpResponse answer() {
        JsonWriter json = new JsonWriter(256);
        json.beginObject();
        json.name("title").string(ReasonPhrase.of(status));
        json.name("status").number(status);
        json.name("detail").string(detail);
        json.name("code").string(code);
        json.endObject();
        return HttpResponse.of(status).withBody(json.toByteArray(), "application/problem+json");
    }
}
