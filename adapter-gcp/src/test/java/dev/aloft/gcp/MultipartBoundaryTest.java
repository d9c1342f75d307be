package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.HttpRequest;
import dev.aloft.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartBoundaryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "multipart/form-data; boundary=B | B",
                "Multipart/Form-Data;BOUNDARY=B;charset=utf-8 | B",
                "multipart/form-data; charset=utf-8; boundary=\"x y\" | x y",
                "multipart/form-data; a=\"; boundary=no\"; boundary=yes | yes",
                "multipart/form-data; boundary=\"a\\\"b\" | a\"b",
                "multipart/form-data; boundary = B | B",
                "multipart/form-data; boundary=a; boundary=b | a",
                "multipart/form-data; x; boundary=' | '",
                "multipart/form-data; boundary=\" | \""
            })
    void boundaryIsWhereTheBodyLooksForIt(String contentType, String boundary) throws IOException {
        MultipartEncoder encoder = new MultipartEncoder(boundary);
        encoder.begin();
        encoder.header("Content-Disposition", "form-data; name=a");
        encoder.content(new ByteArrayInputStream(new byte[] {49}));

        List<Part> parts = HttpRequest.builder("POST", "/")
                .header("content-type", contentType)
                .body(encoder.end())
                .build()
                .body()
                .parts();

        assertThat(MultipartBoundary.of(contentType)).isEqualTo(boundary);
        assertThat(parts)
                .singleElement()
                .satisfies(part -> assertThat(part.text()).isEqualTo("1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "multipart/form-data",
                "multipart/form-data;",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; xboundary=B",
                "multipart/mixed; boundary=B",
                "text/plain; boundary=B"
            })
    void otherTypesHaveNone(String contentType) {
        boolean found = MultipartBoundary.isFormData(contentType)
                && !MultipartBoundary.of(contentType).isEmpty();

        assertThat(found).isFalse();
    }
}
