package dev.aloft.testkit.azure;

import dev.aloft.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of a request: the answer that a client would see, and what it would not see. */
public final class AzureReply {
    /** Who answered. */
    public enum Kind {
        /** The function returned, and the host sent what it returned. */
        ANSWERED,
        /** The invocation failed: the client sees status 500 and an empty body. {@link AzureReply#cause()} says why. */
        FAILED,
        /**
         * The worker never answers: the client waits until functionTimeout (5 to 30 minutes) is over. The status is 0.
         * {@link AzureReply#cause()} is the {@code Error} that the worker does not catch.
         */
        NO_RESPONSE,
        /** No function was invoked; the host answered by itself, for example 404. */
        HOST
    }

    private final Kind kind;
    private final int status;
    private final Headers headers;
    private final byte[] body;
    private final @Nullable WorkerResult result;

    private AzureReply(Kind kind, int status, Headers headers, byte[] body, @Nullable WorkerResult result) {
        this.kind = kind;
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.result = result;
    }

    static AzureReply answered(int status, Headers headers, byte[] body, WorkerResult result) {
        return new AzureReply(Kind.ANSWERED, status, headers, body, result);
    }

    static AzureReply failed(WorkerResult result) {
        return new AzureReply(Kind.FAILED, 500, Headers.empty(), new byte[0], result);
    }

    static AzureReply noResponse(WorkerResult result) {
        return new AzureReply(Kind.NO_RESPONSE, 0, Headers.empty(), new byte[0], result);
    }

    static AzureReply byHost(int status, Headers headers, String text) {
        return new AzureReply(Kind.HOST, status, headers, text.getBytes(StandardCharsets.UTF_8), null);
    }

    AzureReply withoutBody() {
        return new AzureReply(kind, status, headers, new byte[0], result);
    }

    /**
     * Who answered, for example {@link Kind#ANSWERED}.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The status that the client sees, for example 200; 0 where it sees none.
     *
     * @return the status
     */
    public int status() {
        return status;
    }

    /**
     * The header lines of the answer, without what only describes the connection (Date, Transfer-Encoding).
     *
     * @return the headers
     */
    public Headers headers() {
        return headers;
    }

    /**
     * The first value of a header, for example {@code header("content-type")}.
     *
     * @param name the name, in any case
     * @return the value; empty if the header is absent
     */
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /**
     * The content of the answer.
     *
     * @return a copy of the bytes, empty if there is none
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * The content of the answer as UTF-8.
     *
     * @return the text, empty if there is none
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The function that was invoked, for example {@code place-order}.
     *
     * @return its name; empty for {@link Kind#HOST}
     */
    public Optional<String> function() {
        return Optional.ofNullable(result).map(WorkerResult::function);
    }

    /**
     * Why the invocation failed.
     *
     * @return the exception or error; empty if it did not
     */
    public Optional<Throwable> cause() {
        return Optional.ofNullable(result).map(WorkerResult::failure);
    }

    /**
     * What the function wrote to the invocation's logger, in order, for example {@code WARNING ALOFT-… text}. As on the
     * worker, parameters such as <code>{0}</code> are not filled in.
     *
     * @return level and message of each record
     */
    public List<String> log() {
        return result == null ? List.of() : result.log();
    }

    /** Kind, status and function, but no content: {@code AzureReply[ANSWERED 200 place-order]}. */
    @Override
    public String toString() {
        return "AzureReply[" + kind + " " + status
                + function().map(name -> " " + name).orElse("") + "]";
    }
}
