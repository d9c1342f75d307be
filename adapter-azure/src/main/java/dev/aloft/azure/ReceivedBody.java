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
        String type = mediaType();
        return type.equals("application/octet-stream") || type.startsWith("multipart/");
    }

    /** The bytes if they are as many as the client sent; by this a JSON array that was taken for bytes is found out. */
    byte @Nullable [] ifComplete(byte[] bytes) {
        return length < 0 || bytes.length == length ? bytes : null;
    }

    /** The bytes if the worker made text of UTF-8 and nothing was replaced; there nobody looks for a byte order mark. */
    byte @Nullable [] undoubtedBytes() {
        return isDamaged() ? null : ifComplete(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The bytes that the host made the text of, or null if it is not certain which these were. The host takes a byte order mark
     * off, and decodes what follows that of UTF-16 accordingly; the length tells, but for three cases, which are refused:
     *
     * <ul>
     *   <li>A replacement character may have been sent, or stand for up to three bytes that are not UTF-8.
     *   <li>Text that is as long in UTF-16 with a mark may have been UTF-16, unless the Content-Type says {@code charset=utf-8}
     *       and there is no mark to be put back: {@code ab中文字符} has 14 bytes in both.
     *   <li>A mark is not put back where the Content-Type names a charset that has none of three bytes.
     * </ul>
     *
     * <p>UTF-32 with a mark has four bytes more than four per character, which UTF-8 never has, not even with its own mark.
     * Without a length nothing can be compared; the host hands over no such body.
     */
    byte @Nullable [] exactBytes() {
        if (isDamaged()) {
            return null;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (length < 0) {
            return bytes;
        }
        boolean wide = length == 2 + 2L * text.length();
        if (bytes.length == length) {
            return !wide || charset().equals("utf-8") ? bytes : null;
        }
        return bytes.length + MARK.length == length && !wide && mayHaveMark() ? marked(bytes) : null;
    }

    private String mediaType() {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private boolean isDamaged() {
        return text.indexOf(REPLACEMENT) >= 0;
    }

    private boolean mayHaveMark() {
        String charset = charset();
        return charset.isEmpty() || charset.equals("utf-8") || charset.equals("us-ascii");
    }

    /** The charset that the Content-Type names, in lower case; UTF-8 for JSON, which has no other (RFC 8259 §8.1); else empty. */
    private String charset() {
        String lower = contentType.toLowerCase(Locale.ROOT);
        int semicolon = lower.indexOf(';');
        while (semicolon >= 0) {
            int next = lower.indexOf(';', semicolon + 1);
            String parameter = lower.substring(semicolon + 1, next < 0 ? lower.length() : next)
                    .strip();
            if (parameter.startsWith("charset=")) {
                return parameter.substring("charset=".length()).replace("\"", "");
            }
            semicolon = next;
        }
        String type = mediaType();
        return type.equals("application/json") || type.endsWith("+json") ? "utf-8" : "";
    }

    private static byte[] marked(byte[] bytes) {
        byte[] marked = new byte[MARK.length + bytes.length];
        System.arraycopy(MARK, 0, marked, 0, MARK.length);
        System.arraycopy(bytes, 0, marked, MARK.length, bytes.length);
        return marked;
    }
}
