package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipartTest {
    @Test
    void fieldsAndFilesAreRead() {
        List<Part> parts = parts("--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n\u00e9t\u00e9\r\n"
                + "--x\r\nContent-Disposition: form-data; name=photo; filename=\"a \\\"b\\\".png\"\r\nContent-Type: image/png\r\n\r\n"
                + "PNG\r\n--x--\r\n");

        assertThat(parts).hasSize(2);
        assertThat(parts.get(0).name()).isEqualTo("title");
        assertThat(parts.get(0).text()).isEqualTo("\u00e9t\u00e9");
        assertThat(parts.get(0).fileName()).isEmpty();
        assertThat(parts.get(1).fileName()).contains("a \"b\".png");
        assertThat(parts.get(1).contentType()).contains("image/png");
        assertThat(parts.get(1)).hasToString("Part[photo, 3 bytes]");
    }

    @Test
    void contentKeepsLineBreaksAndWhatLooksLikeABoundary() {
        List<Part> parts =
                parts("preamble\r\n--x\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\na--x\n--x\r\n\r\n--x--");

        assertThat(parts.get(0).text()).isEqualTo("\r\na--x\n--x\r\n");
    }

    @Test
    void emptyPartIsEmpty() {
        List<Part> parts = parts("--x\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n--x--\r\n");

        assertThat(parts.get(0).body()).isEmpty();
    }

    @Test
    void binaryContentSurvives() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] content = new byte[256];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) i;
        }
        body.writeBytes("--x\r\nContent-Disposition: form-data; name=a\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--x--".getBytes(StandardCharsets.UTF_8));

        assertThat(request(body.toByteArray(), "multipart/form-data; boundary=x")
                        .body()
                        .parts()
                        .get(0)
                        .body())
                .isEqualTo(content);
    }

    @Test
    void noPartsAtAllIsValid() {
        assertThat(parts("--x--\r\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            its first boundary is missing | nothing
            its last boundary is missing | --x~Content-Disposition: form-data; name=a~~text
            a part has no Content-Disposition form-data with a name | --x~~~text~--x--
            a part's header line has no colon | --x~nonsense~~text~--x--
            it ends within a part's headers | --x~Content-Disposition: form-data
            it ends within the rest of the boundary's line | --x
            """)
    void malformedBodyIsAPayloadError(String reason, String body) {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> parts(body.replace("~", "\r\n")))
                .withMessage("ALOFT-308 The multipart body is malformed: " + reason + ".");
    }

    @Test
    void tooManyPartsAreRefused() {
        String part = "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n";

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> parts(part.repeat(1_001) + "--x--"))
                .withMessage("ALOFT-308 The multipart body is malformed: it has more than 1000 parts.");
    }

    @Test
    void anotherTypeIsAPayloadError() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(
                        () -> request(new byte[1], "multipart/form-data").body().parts())
                .withMessage(
                        "ALOFT-307 Parts were asked for, but the Content-Type is not multipart/form-data with a boundary.");
    }

    private static List<Part> parts(String body) {
        return request(body.getBytes(StandardCharsets.UTF_8), "multipart/form-data; boundary=\"x\"")
                .body()
                .parts();
    }

    private static HttpRequest request(byte[] body, String contentType) {
        return HttpRequest.builder("POST", "/")
                .header("Content-Type", contentType)
                .body(body)
                .build();
    }
}
