package dev.aloft.runtime.json;

import dev.aloft.AloftException;

/**
 * The bytes that a platform handed over are not the JSON that was expected, for example
 * {@code ALOFT-201 The event cannot be read: found ']' at byte 17, expected a value. Check what invokes the
 * function.} Of the payload itself the message holds one printable character at most.
 *
 * <p>The adapter reports it to the platform as a failed invocation; what the platform does then, to retry or to give up,
 * is its own rule.
 */
public final class JsonException extends AloftException {
    private static final long serialVersionUID = 1L;

    private JsonException(String message) {
        super(Kind.NATIVE_EVENT, "ALOFT-201", message);
    }

    /**
     * Names the byte at the offset, or the end of the bytes. What it returns is declared as a class that is always there, here and
     * in the methods below: of another one the JVM would load the file merely to check the code that throws it.
     */
    static RuntimeException at(byte[] bytes, int offset, String expected) {
        return found(offset < bytes.length ? describe(bytes[offset] & 0xff) : "the end", offset, expected);
    }

    static RuntimeException found(String found, int offset, String expected) {
        return new JsonException("The event cannot be read: found " + found + " at byte " + offset + ", expected "
                + expected + ". Check what invokes the function.");
    }

    /** The failure of a caller that does not follow the structure. */
    static RuntimeException misuse(String call, String done) {
        return new IllegalStateException(
                call + " is not possible here: it does not follow what was " + done + " before.");
    }

    private static String describe(int b) {
        if (b >= ' ' && b < 0x7f) {
            return "'" + (char) b + "'";
        }
        return "the byte 0x" + Character.forDigit(b >> 4, 16) + Character.forDigit(b & 15, 16);
    }
}
