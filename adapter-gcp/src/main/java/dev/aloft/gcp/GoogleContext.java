package dev.aloft.gcp;

import dev.aloft.Body;
import dev.aloft.Headers;
import dev.aloft.runtime.Invocation;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What Google tells of one HTTP request, or of one event of the signature type {@code cloudevent}, of which there is hardly more than
 * the event itself. It tells no memory limit, and an attempt only within messages.
 *
 * @see <a href="https://cloud.google.com/functions/docs/reference/headers">the headers that Google adds</a>
 */
final class GoogleContext implements Invocation {
    private static final int LONGEST_ID = 64;

    private final GoogleHost host;
    private final Headers headers;
    private final Object[] nativeObjects;
    private final long start = System.currentTimeMillis();
    private @Nullable String id;
    private @Nullable Body event;
    private boolean begun;

    /**
     * @param host the deployment
     * @param headers the request's headers
     * @param nativeObjects what the framework handed over
     */
    GoogleContext(GoogleHost host, Headers headers, Object... nativeObjects) {
        this.host = host;
        this.headers = headers;
        this.nativeObjects = nativeObjects;
    }

    /** The execution id of Cloud Functions, else the id of the trace, else one of our own. */
    @Override
    public synchronized String id() {
        String found = id;
        if (found == null) {
            found = executionId();
            id = found;
        }
        return found;
    }

    private String executionId() {
        Optional<String> execution = headers.first("function-execution-id");
        if (execution.isPresent() && isId(execution.get())) {
            return execution.get();
        }
        CloudTrace trace = trace();
        return trace == null ? randomId() : trace.traceId;
    }

    /** The headers come from outside where the front end does not replace them; an id stands in logs and answers. */
    private static boolean isId(String text) {
        boolean valid = !text.isEmpty() && text.length() <= LONGEST_ID;
        for (int i = 0; valid && i < text.length(); i++) {
            char c = text.charAt(i);
            valid = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
        }
        return valid;
    }

    /** Unique, not secret; {@code UUID.randomUUID()} would start a secure random generator for it. */
    private static String randomId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        StringBuilder hex = new StringBuilder(32);
        for (int word = 0; word < 2; word++) {
            long bits = random.nextLong();
            for (int shift = 60; shift >= 0; shift -= 4) {
                hex.append(Character.forDigit((int) (bits >>> shift) & 15, 16));
            }
        }
        return hex.toString();
    }

    private @Nullable CloudTrace trace() {
        return CloudTrace.of(headers);
    }

    @Override
    public @Nullable Instant deadline() {
        return host.timeoutMillis == 0 ? null : Instant.ofEpochMilli(start + host.timeoutMillis);
    }

    @Override
    public @Nullable String traceparent() {
        CloudTrace trace = trace();
        return trace == null ? null : trace.traceparent();
    }

    @Override
    public byte @Nullable [] nativeEvent() {
        return event == null ? null : event.bytes();
    }

    /** Tells that the request's body wraps what the function gets. */
    void wraps(Body body) {
        event = body;
    }

    @Override
    public void begins(String functionName, boolean coldStart) {
        begun = true;
    }

    /** Whether a function was chosen. */
    boolean hasBegun() {
        return begun;
    }

    /** The framework's request, whose body has been read; its reply, which is written after the function; or its event. */
    @Override
    public <T> @Nullable T nativeContext(Class<T> type) {
        for (Object object : nativeObjects) {
            if (type.isInstance(object)) {
                return type.cast(object);
            }
        }
        return null;
    }

    @Override
    public void log(System.Logger.Level level, String text) {
        host.log.write(level, text, id(), trace());
    }
}
