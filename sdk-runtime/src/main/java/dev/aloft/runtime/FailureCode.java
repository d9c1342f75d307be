package dev.aloft.runtime;

import dev.aloft.AloftException;
import org.jspecify.annotations.Nullable;

/** The stable code of a failure, which a client may know although it may not know the message. */
final class FailureCode {
    private static final String PREFIX = "ALOFT-";
    private static final int LENGTH = PREFIX.length() + 3;

    private FailureCode() {}

    /**
     * {@code ALOFT-402} for a header value that {@code HttpResponse.withHeader} refuses: what checks arguments throws
     * {@link IllegalArgumentException}, with the code before the first space of its message.
     */
    static @Nullable String of(Throwable failure) {
        if (failure instanceof AloftException coded) {
            return coded.code();
        }
        String message = failure instanceof IllegalArgumentException ? failure.getMessage() : null;
        return message != null && isCoded(message) ? message.substring(0, LENGTH) : null;
    }

    private static boolean isCoded(String message) {
        boolean coded = message.startsWith(PREFIX) && message.length() > LENGTH && message.charAt(LENGTH) == ' ';
        for (int i = PREFIX.length(); coded && i < LENGTH; i++) {
            coded = message.charAt(i) >= '0' && message.charAt(i) <= '9';
        }
        return coded;
    }
}
