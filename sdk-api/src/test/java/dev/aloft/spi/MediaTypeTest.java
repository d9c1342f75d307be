package dev.aloft.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {
    @ParameterizedTest
    @CsvSource({
        "text/html, text/html",
        "Text/HTML; charset=x, text/html",
        "' application/json ;v=1', application/json",
        "'', ''"
    })
    void bareTypeIsInLowerCase(String contentType, String type) {
        assertThat(MediaType.bare(contentType)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a/b; boundary=B | B",
                "a/b;BOUNDARY=B;charset=utf-8 | B",
                "a/b; charset=utf-8; boundary=\"x y\" | x y",
                "a/b; a=\"; boundary=no\"; boundary=yes | yes",
                "a/b; boundary=\"a\\\"b\" | a\"b",
                "a/b; boundary = B | B",
                "a/b; boundary=a; boundary=b | a",
                "a/b; x; boundary=' | '",
                "a/b; boundary=\" | \""
            })
    void parameterHasNoQuotes(String contentType, String value) {
        assertThat(MediaType.parameter(contentType, "boundary")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a/b;", "a/b; xboundary=B", "a/b; boundary", "a/b; =B"})
    void otherTypesHaveNone(String contentType) {
        assertThat(MediaType.parameter(contentType, "boundary")).isNull();
    }

    @Test
    void valueMayBeEmpty() {
        assertThat(MediaType.parameter("a/b; boundary=", "boundary")).isEmpty();
        assertThat(MediaType.parameter("a/b; boundary=\"\"", "boundary")).isEmpty();
    }
}
