package dev.aloft;

import org.jspecify.annotations.Nullable;

/**
 * A failure that Aloft itself detected, with a stable code that the error list explains.
 *
 * <p>The message always starts with the code and says what happened, where, what is allowed and what to do next, for
 * example {@code ALOFT-102 No function named ship-ordr. Available: [place-order, ship-order]. Set ALOFT_FUNCTION to one
 * of them.} It never holds a payload, a header value or a setting's value.
 *
 * <p>Inside an HTTP function a {@link Kind#PAYLOAD} failure becomes the answer 400 with the message as problem detail;
 * every other kind becomes 500 without it. At start-up the failure reaches the platform as its initialisation error, so
 * that a broken deployment is refused instead of served.
 */
public class AloftException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, and thereby who can mend it. */
    public enum Kind {
        /** The application or its deployment is put together wrongly: an unknown function, a missing codec. */
        CONFIGURATION,
        /** The platform handed over an event that is not valid or not of the declared kind. */
        NATIVE_EVENT,
        /** The caller sent a body or parameter that does not fit what the function asked for. */
        PAYLOAD,
        /** The function's own code broke its contract: it returned null or an answer that no platform can send. */
        HANDLER
    }

    private final Kind kind;
    private final String code;

    /**
     * Creates a failure.
     *
     * @param kind who can mend it
     * @param code the stable code, for example {@code ALOFT-102}
     * @param message what, where, allowed, next; without the code
     */
    public AloftException(Kind kind, String code, String message) {
        this(kind, code, message, null);
    }

    /**
     * Creates a failure that another one caused.
     *
     * @param kind who can mend it
     * @param code the stable code, for example {@code ALOFT-102}
     * @param message what, where, allowed, next; without the code
     * @param cause what was thrown first, kept for the log
     */
    public AloftException(Kind kind, String code, String message, @Nullable Throwable cause) {
        super(code + " " + message, cause);
        this.kind = kind;
        this.code = code;
    }

    /** Who can mend this failure, for example {@link Kind#PAYLOAD} for a body that is not JSON. */
    public Kind kind() {
        return kind;
    }

    /** The stable code, for example {@code ALOFT-102}. */
    public String code() {
        return code;
    }

    /** The code and the text, for example {@code ALOFT-304 There is no body, but one is required.} */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** The text without the code, for example {@code There is no body, but one is required.} */
    public String reason() {
        return getMessage().substring(code.length() + 1);
    }
}
