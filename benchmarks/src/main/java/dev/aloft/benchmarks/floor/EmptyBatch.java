package dev.aloft.benchmarks.floor;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A constant answer to a batch: what the runtime itself costs. */
public final class EmptyBatch implements RequestStreamHandler {
    private static final byte[] ANSWER = "{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8);

    @Override
    public void handleRequest(InputStream payload, OutputStream reply, Context context) throws IOException {
        payload.readAllBytes();
        reply.write(ANSWER);
    }
}
