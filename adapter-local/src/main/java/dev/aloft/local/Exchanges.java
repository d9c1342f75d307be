package dev.aloft.local;

import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;

/** What a connection asks for: an answer to each request. */
interface Exchanges {
    HttpResponse answer(HttpRequest request);

    /** Told of a request that no function sees. */
    void refused(RefusedRequest request);

    /** Told when a connection is closed. */
    void ended(Connection connection);

    /** Writes one line for the developer. */
    void report(String line);

    /** Whether no further requests are wanted on a connection. */
    boolean isStopping();
}
