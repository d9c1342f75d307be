package dev.aloft.benchmarks.probe;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/** Passes events on to another handler and answers the event {@code {}} with the bytes that its thread has allocated so far. */
public final class AllocationProbe implements RequestStreamHandler {
    /** The environment variable with the name of the other handler. */
    public static final String PROBED = "PROBED_HANDLER";

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final RequestStreamHandler probed;

    /** Creates the other handler. */
    public AllocationProbe() throws ReflectiveOperationException {
        probed = Class.forName(System.getenv(PROBED))
                .asSubclass(RequestStreamHandler.class)
                .getConstructor()
                .newInstance();
    }

    @Override
    public void handleRequest(InputStream payload, OutputStream reply, Context context) throws IOException {
        if (payload.available() > 2) {
            probed.handleRequest(payload, reply, context);
        } else {
            long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            reply.write(Long.toString(bytes).getBytes(StandardCharsets.US_ASCII));
        }
    }
}
