package dev.aloft.gcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts parts together again to a {@code multipart/form-data} body.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a> and <a
 *     href="https://www.rfc-editor.org/rfc/rfc2046#section-5.1">RFC 2046 §5.1</a>
 */
final class MultipartEncoder {
    private final byte[] delimiter;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(1024);

    MultipartEncoder(String boundary) {
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.UTF_8);
    }

    /** How many bytes a part takes that has a name of no characters and no content. */
    int smallestPart() {
        return delimiter.length + "\r\nContent-Disposition:form-data;name=\r\n\r\n\r\n".length();
    }

    void begin() {
        body.writeBytes(delimiter);
        line();
    }

    void header(String name, @Nullable String value) {
        body.writeBytes((name + ": " + (value == null ? "" : value)).getBytes(StandardCharsets.UTF_8));
        line();
    }

    /** Ends the part. Its content must not hold what would end it earlier for a reader. */
    void content(InputStream stream) throws IOException {
        byte[] content = stream.readAllBytes();
        if (holdsDelimiter(content)) {
            throw GoogleErrors.ambiguousMultipart();
        }
        line();
        body.writeBytes(content);
        line();
    }

    private boolean holdsDelimiter(byte[] content) {
        for (int i = 0; i <= content.length - delimiter.length; i++) {
            boolean lineStart = i == 0 || i > 1 && content[i - 2] == '\r' && content[i - 1] == '\n';
            if (lineStart && Arrays.equals(content, i, i + delimiter.length, delimiter, 0, delimiter.length)) {
                return true;
            }
        }
        return false;
    }

    byte[] end() {
        body.writeBytes(delimiter);
        body.write('-');
        body.write('-');
        line();
        return body.toByteArray();
    }

    private void line() {
        body.write('\r');
        body.write('\n');
    }
}
