package dev.aloft.azure;

import dev.aloft.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request body that was bytes, was decoded to text on its way, and is to be bytes again, but never other bytes. */
final class ReceivedBody {
    private static final char REPLACEMENT = '\uFFFD';
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String text;
    private final String contentType;
    private final long length;

    ReceivedBody(String text, Headers headers) {
        this.text = text;
        this.contentType = headers.first("content-type").orElse("");
        this.length = length(headers.first("content-length").orElse(""));
    }

    private static long length(String header) {
        try {
            return Long.parseLong(header);
        } catch (NumberFormatException absent) {
            return -1;
        }
    }

    String contentType() {
        return contentType;
    }

    /** Whether the host sends such a body to the worker as bytes. */
    boolean isBinary() {
        int end = contentType.indexOf(';');
        String type =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return type.equals("application/octet-stream") || type.startsWith("multipart/");
    }

    /** The bytes if they are as many as the client sent; by this a JSON array that was taken for bytes is found out. */
    byte @Nullable [] ifComplete(byte[] bytes) {
        return length < 0 || bytes.length == length ? bytes : null;
    }

    /** As {@link #exactBytes()}, but a replacement character is never taken for one that was sent. */
    byte @Nullable [] undoubtedBytes() {
        return text.indexOf(REPLACEMENT) < 0 ? exactBytes() : null;
    }

    /**
     * The bytes that the text was made of, or null if it was not made of UTF-8. A byte order mark, which the host drops, is put
     * back. Replacement characters count as sent if the length is right: in their place can then only have been the first three
     * bytes of a character of four.
     */
    byte @Nullable [] exactBytes() {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == length) {
            return bytes;
        }
        if (text.indexOf(REPLACEMENT) >= 0) {
            return null;
        }
        if (length < 0) {
            return bytes;
        }
        return bytes.length + MARK.length == length ? marked(bytes) : null;
    }

    private static byte[] marked(byte[] bytes) {
        byte[] marked = new byte[MARK.length + bytes.length];
        System.arraycopy(MARK, 0, marked, 0, MARK.length);
        System.arraycopy(bytes, 0, marked, MARK.length, bytes.length);
        return marked;
    }
}
