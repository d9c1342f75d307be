package dev.aloft.runtime.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderValueTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "plain | plain",
                "a%20b | a b",
                "Euro%20%E2%82%AC%20%F0%9F%98%80 | Euro \u20ac \ud83d\ude00",
                "%e2%82%ac | \u20ac",
                "%2525 | %25",
                "a%2 | a%2",
                "100% | 100%",
                "100% sure | 100% sure",
                "%zz | %zz",
                "%FF | %FF",
                "%C0%AF | %C0%AF",
                "caf\u00c3\u00a9 | caf\u00e9",
                "caf\u00e9 | caf\u00e9",
                "\u20ac%20 | \u20ac%20",
                "\"a b\" | a b",
                "\"a \\\"b\\\" \\\\\" | a \"b\" \\",
                "\"a%20b\" | a b",
                "5\" | 5\"",
                "a \\\" b | a \\\" b",
                "\u0661%20 | \u0661%20"
            })
    void valueIsDecodedOnceOrLeftAsItCame(String header, String value) {
        assertThat(HeaderValue.decode(header)).isEqualTo(value);
    }
}
