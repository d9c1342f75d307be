package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import dev.aloft.HttpRequest;
import dev.aloft.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartEncoderTest {
    private final MultipartEncoder encoder = new MultipartEncoder("B");

    @Test
    void partsStandAsAClientWritesThem() throws IOException {
        encoder.begin();
        encoder.header("Content-Disposition", "form-data; name=\"t\u00e9\"; filename=\"a.png\"");
        encoder.header("X-Empty", null);
        content("1");
        encoder.begin();
        content("");

        assertThat(new String(encoder.end(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "--B\r\nContent-Disposition: form-data; name=\"t\u00e9\"; filename=\"a.png\"\r\nX-Empty: \r\n\r\n1\r\n"
                                + "--B\r\n\r\n\r\n--B--\r\n");
    }

    @Test
    void noPartsAreAClosingBoundary() {
        assertThat(new String(encoder.end(), StandardCharsets.UTF_8)).isEqualTo("--B--\r\n");
    }

    @Test
    void anyContentIsReadBack() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[][] contents = new byte[200][];
        for (int i = 0; i < contents.length; i++) {
            contents[i] = new byte[random.nextInt(40)];
            for (int at = 0; at < contents[i].length; at++) {
                contents[i][at] = (byte) "\r\n-b\u0000\u00ff".charAt(random.nextInt(6));
            }
            encoder.begin();
            encoder.header("Content-Disposition", "form-data; name=" + i);
            encoder.content(new ByteArrayInputStream(contents[i]));
        }

        List<Part> parts = read(encoder.end());

        assertThat(parts).as("seed %d", seed).hasSize(contents.length);
        for (int i = 0; i < contents.length; i++) {
            assertThat(parts.get(i).name()).isEqualTo(Integer.toString(i));
            assertThat(parts.get(i).body()).as("seed %d, part %d", seed, i).isEqualTo(contents[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--B", "--Bx", "a\r\n--B", "\r\n--B--\r\n"})
    void contentThatWouldEndItsPartIsRefused(String content) {
        encoder.begin();

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> content(content))
                .withMessage(
                        "ALOFT-308 The multipart body is malformed: its Content-Type names no boundary, or one that"
                                + " stands inside a part.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "--", "a--B", "\n--B", "\r--B", "x\n--B", "\r\n--b", "\r\n-B"})
    void contentThatOnlyLooksLikeABoundaryIsKept(String content) throws IOException {
        encoder.begin();
        encoder.header("Content-Disposition", "form-data; name=a");
        content(content);

        assertThat(read(encoder.end()))
                .singleElement()
                .satisfies(part -> assertThat(part.text()).isEqualTo(content));
    }

    @Test
    void smallestPartIsNotLargerThanAnyPart() throws IOException {
        int empty = new MultipartEncoder("B").end().length;
        encoder.begin();
        encoder.header("Content-Disposition", "form-data; name=");
        content("");

        assertThat(encoder.smallestPart()).isBetween(20, encoder.end().length - empty);
    }

    private void content(String content) throws IOException {
        encoder.content(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Part> read(byte[] body) {
        return HttpRequest.builder("POST", "/")
                .header("content-type", "multipart/form-data; boundary=B")
                .body(Arrays.copyOf(body, body.length))
                .build()
                .body()
                .parts();
    }
}
