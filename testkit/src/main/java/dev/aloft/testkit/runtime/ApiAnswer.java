package dev.aloft.testkit.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the Runtime API answers. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record ApiAnswer(int status, List<HttpField> fields, byte[] body) {

    static ApiAnswer of(int status, String json) {
        return new ApiAnswer(status, List.of(), json.getBytes(StandardCharsets.UTF_8));
    }

    static ApiAnswer error(int status, String type, String message) {
        return of(status, "{\"errorType\":\"" + type + "\",\"errorMessage\":\"" + message + "\"}");
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " \r\n");
        // without a type the native client of AWS's runtime crashes
        head.append("Content-Type: application/json\r\n");
        head.append("Content-Length: ").append(body.length).append("\r\n");
        for (HttpField field : fields) {
            head.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
