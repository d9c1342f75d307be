package dev.aloft.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import dev.aloft.runtime.Invocation;
import java.lang.System.Logger.Level;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Lambda tells of one invocation, asked for only when a function wants it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-context.html">the context object</a>
 */
final class LambdaContext implements Invocation {
    private final Context lambda;
    private final byte[] event;
    private @Nullable Instant deadline;

    LambdaContext(Context lambda, byte[] event) {
        this.lambda = lambda;
        this.event = event;
    }

    @Override
    public String id() {
        String id = lambda.getAwsRequestId();
        return id == null || id.isBlank() ? "unknown" : id;
    }

    @Override
    public Instant deadline() {
        Instant known = deadline;
        if (known == null) {
            known = Instant.now().plusMillis(lambda.getRemainingTimeInMillis());
            deadline = known;
        }
        return known;
    }

    @Override
    public long memoryLimit() {
        return lambda.getMemoryLimitInMB() * 1024L * 1024L;
    }

    @Override
    public int attempt() {
        return 0;
    }

    @Override
    public @Nullable String traceparent() {
        String header = xrayFromContext();
        return XrayHeader.traceparent(header == null ? System.getProperty("com.amazonaws.xray.traceHeader") : header);
    }

    /** The method exists since aws-lambda-java-core 1.4, and the core that counts is the platform's, not ours. */
    private @Nullable String xrayFromContext() {
        try {
            return lambda.getXrayTraceId();
        } catch (NoSuchMethodError olderCore) {
            return null;
        }
    }

    @Override
    public byte[] nativeEvent() {
        return event;
    }

    @Override
    public <T> @Nullable T nativeContext(Class<T> type) {
        return type.isInstance(lambda) ? type.cast(lambda) : null;
    }

    @Override
    public void log(Level level, String text) {
        LambdaLogger logger = lambda.getLogger();
        // The runtime adds no line break; without one entries run together where they go to standard output.
        String entry = text.endsWith("\n") ? text : text + "\n";
        try {
            logger.log(
                    entry,
                    level == Level.ERROR ? LogLevel.ERROR : level == Level.WARNING ? LogLevel.WARN : LogLevel.INFO);
        } catch (NoSuchMethodError | NoClassDefFoundError coreBefore1Dot2Dot3) {
            logger.log(entry);
        }
    }
}
