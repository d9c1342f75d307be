package dev.aloft.testkit.parity;

import java.io.IOException;

/** One column of the matrix: a runtime that the parity application is deployed to. */
interface Platform extends AutoCloseable {
    /** The column's title. */
    String name();

    /** Sends a request as a client of this platform does. */
    Observation send(Exchange exchange) throws Exception;

    @Override
    void close() throws IOException;
}
