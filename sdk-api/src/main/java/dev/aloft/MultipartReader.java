package dev.aloft;

import dev.aloft.AloftException.Kind;
import dev.aloft.spi.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a {@code multipart/form-data} body.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a> and <a
 *     href="https://www.rfc-editor.org/rfc/rfc2046#section-5.1">RFC 2046 §5.1</a>
 */
final class MultipartReader {
    private static final int MOST_PARTS = 1_000;
    private static final int LONGEST_PART_HEADERS = 16_384;

    private final byte[] body;
    private final byte[] delimiter;
    private int at;

    private MultipartReader(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
    }

    static List<Part> read(byte[] body, String contentType) {
        String boundary = MediaType.parameter(contentType, "boundary");
        if (!MediaType.bare(contentType).equals("multipart/form-data") || boundary == null || boundary.isEmpty()) {
            throw new AloftException(
                    Kind.PAYLOAD,
                    "ALOFT-307",
                    "Parts were asked for, but the Content-Type is not multipart/form-data with a boundary.");
        }
        return new MultipartReader(body, boundary).parts();
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        at = find(delimiter, 0);
        if (at < 0) {
            throw malformed("its first boundary is missing");
        }
        at += delimiter.length;
        while (!startsWith("--")) {
            if (parts.size() == MOST_PARTS) {
                throw malformed("it has more than " + MOST_PARTS + " parts");
            }
            parts.add(part());
        }
        return List.copyOf(parts);
    }

    private Part part() {
        at = afterLine("the rest of the boundary's line");
        Headers headers = partHeaders();
        int end = nextDelimiter();
        byte[] content = Arrays.copyOfRange(body, at, end);
        at = end + 2 + delimiter.length;
        String disposition = headers.first("content-disposition").orElse("");
        String name = MediaType.parameter(disposition, "name");
        if (name == null || !MediaType.bare(disposition).equals("form-data")) {
            throw malformed("a part has no Content-Disposition form-data with a name");
        }
        return new Part(name, Optional.ofNullable(MediaType.parameter(disposition, "filename")), headers, content);
    }

    /** A delimiter counts only at the beginning of a line, and the line break before it belongs to it. */
    private int nextDelimiter() {
        if (at >= 2 && matches(delimiter, at)) {
            at -= 2;
            return at;
        }
        int from = at;
        while (true) {
            int found = find(delimiter, from);
            if (found < 0) {
                throw malformed("its last boundary is missing");
            }
            if (found >= at + 2 && body[found - 2] == '\r' && body[found - 1] == '\n') {
                return found - 2;
            }
            from = found + 1;
        }
    }

    private Headers partHeaders() {
        Headers.Builder headers = Headers.builder();
        int limit = at + LONGEST_PART_HEADERS;
        while (!startsWith("\r\n")) {
            int start = at;
            at = afterLine("a part's headers");
            if (at > limit) {
                throw malformed("a part's headers are longer than " + LONGEST_PART_HEADERS + " bytes");
            }
            String line = new String(body, start, at - 2 - start, StandardCharsets.UTF_8);
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw malformed("a part's header line has no colon");
            }
            headers.add(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        at += 2;
        return headers.build();
    }

    private int afterLine(String what) {
        for (int i = at; i + 1 < body.length; i++) {
            if (body[i] == '\r' && body[i + 1] == '\n') {
                return i + 2;
            }
        }
        throw malformed("it ends within " + what);
    }

    private boolean startsWith(String text) {
        boolean equal = at + text.length() <= body.length;
        for (int i = 0; equal && i < text.length(); i++) {
            equal = body[at + i] == text.charAt(i);
        }
        return equal;
    }

    private int find(byte[] sought, int from) {
        for (int i = from; i <= body.length - sought.length; i++) {
            if (matches(sought, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean matches(byte[] sought, int position) {
        return position + sought.length <= body.length
                && Arrays.equals(body, position, position + sought.length, sought, 0, sought.length);
    }

    private static AloftException malformed(String reason) {
        return new AloftException(Kind.PAYLOAD, "ALOFT-308", "The multipart body is malformed: " + reason + ".");
    }
}
