package dev.aloft.testkit.runtime;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first line and the header fields of a request or an answer. */
record HttpHead(String startLine, List<HttpField> fields) {
    private static final int LIMIT = 1 << 20;

    HttpHead {
        fields = List.copyOf(fields);
    }

    /** Reads one head; empty if the other side closed before its first byte. */
    static Optional<HttpHead> read(InputStream in) throws IOException {
        Optional<String> start = line(in);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HttpHead(start.get(), fields(in)));
    }

    /** The fields up to the empty line; also what trails a chunked body. */
    static List<HttpField> fields(InputStream in) throws IOException {
        List<HttpField> fields = new ArrayList<>();
        for (String line = requiredLine(in); !line.isEmpty(); line = requiredLine(in)) {
            fields.add(field(line));
        }
        return fields;
    }

    private static HttpField field(String line) throws IOException {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new IOException("This is no header line: \"" + line + "\"");
        }
        return new HttpField(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    static String requiredLine(InputStream in) throws IOException {
        return line(in).orElseThrow(() -> new EOFException("The connection was closed in the middle of a line"));
    }

    private static Optional<String> line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                if (line.size() == 0) {
                    return Optional.empty();
                }
                throw new EOFException("The connection was closed in the middle of a line: \"" + text(line) + "\"");
            }
            if (line.size() == LIMIT) {
                throw new IOException("A line is longer than " + LIMIT + " bytes");
            }
            line.write(next);
        }
        String text = text(line);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    private static String text(ByteArrayOutputStream line) {
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    Optional<String> value(String name) {
        return fields.stream()
                .filter(field -> field.is(name))
                .map(HttpField::value)
                .findFirst();
    }

    boolean isChunked() {
        return value("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent();
    }

    long contentLength(long absent) throws IOException {
        Optional<String> length = value("content-length");
        if (length.isEmpty()) {
            return absent;
        }
        try {
            return Long.parseUnsignedLong(length.get());
        } catch (NumberFormatException invalid) {
            throw new IOException("The Content-Length is no number: \"" + length.get() + "\"", invalid);
        }
    }
}
