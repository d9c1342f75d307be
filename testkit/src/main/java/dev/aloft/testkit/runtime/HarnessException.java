package dev.aloft.testkit.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a harness could not do what was asked. The message says what to do next and ends with what the child process printed.
 *
 * <pre>{@code
 * assertThatThrownBy(builder::start)
 *         .isInstanceOfSatisfying(HarnessException.class, e -> assertThat(e.kind()).isEqualTo(Kind.EXITED));
 * }</pre>
 */
public final class HarnessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kind of failure. */
    private final Kind kind;

    /** What a harness can fail at. */
    public enum Kind {
        /** A setting is missing or points to nothing. */
        INVALID_SETTING,
        /** A jar of the cloud's runtime is not on this machine. */
        RUNTIME_MISSING,
        /** This machine cannot run the harness, see the harness's {@code unavailableReason()}. */
        UNAVAILABLE,
        /** A process or a file could not be started, read or written. */
        IO,
        /** The process ended before it was ready. */
        EXITED,
        /** The process was not ready, or did not end, in time. */
        TIMED_OUT,
        /** The function did not answer with a success. */
        FAILED,
        /** The calling thread was interrupted while it waited. */
        INTERRUPTED
    }

    private HarnessException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /**
     * The kind of failure, for a test that expects one.
     *
     * @return the kind, for example {@link Kind#EXITED} after a function whose constructor threw
     */
    public Kind kind() {
        return kind;
    }

    static HarnessException setting(String message) {
        return new HarnessException(Kind.INVALID_SETTING, message, null);
    }

    static HarnessException missing(String message) {
        return new HarnessException(Kind.RUNTIME_MISSING, message, null);
    }

    static HarnessException unavailable(String reason) {
        return new HarnessException(Kind.UNAVAILABLE, reason, null);
    }

    static HarnessException io(String message, Throwable cause) {
        return new HarnessException(Kind.IO, message, cause);
    }

    static HarnessException exited(String name, int exitCode, String output) {
        String message = name + " ended with exit code " + exitCode + " before it was ready.";
        return new HarnessException(Kind.EXITED, withOutput(message, output), null);
    }

    static HarnessException timedOut(String what, Duration limit, String output) {
        String message = what + " within " + limit.toMillis() + " ms.";
        return new HarnessException(Kind.TIMED_OUT, withOutput(message, output), null);
    }

    static HarnessException failed(String message) {
        return new HarnessException(Kind.FAILED, message, null);
    }

    static HarnessException interrupted(String what, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new HarnessException(Kind.INTERRUPTED, "Interrupted while waiting for " + what + ".", cause);
    }

    static String withOutput(String message, String output) {
        return output.isBlank()
                ? message + " It printed nothing."
                : message + " It printed:\n" + output.stripTrailing();
    }
}
