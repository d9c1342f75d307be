package dev.aloft.local;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A form with files as browsers send it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578, multipart/form-data</a>
 */
final class MultipartForm {
    /** As unlikely in a test's content as a browser's random one, and the same at each run. */
    private static final String BOUNDARY = "----aloft-4c1b9e7d2f6a80535d";

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    void field(String name, String value) {
        add("form-data; name=\"" + quotable(name) + "\"", "", value.getBytes(StandardCharsets.UTF_8));
    }

    void file(String name, String fileName, String type, byte[] content) {
        String disposition = "form-data; name=\"" + quotable(name) + "\"; filename=\"" + quotable(fileName) + "\"";
        add(disposition, "Content-Type: " + type + "\r\n", content);
    }

    private void add(String disposition, String moreHeaders, byte[] content) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n" + moreHeaders + "\r\n");
        parts.writeBytes(content);
        write("\r\n");
    }

    private void write(String text) {
        parts.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Browsers escape these three and nothing else. */
    private static String quotable(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(parts.size() + 64);
        whole.writeBytes(parts.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return whole.toByteArray();
    }
}
