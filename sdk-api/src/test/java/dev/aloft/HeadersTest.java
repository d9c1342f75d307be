package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HeadersTest {
    @Test
    void headerNamesIgnoreCase() {
        Headers headers = Headers.of("Content-Type", "text/plain");

        assertThat(headers.first("CONTENT-type")).contains("text/plain");
        assertThat(headers.contains("content-TYPE")).isTrue();
    }

    @Test
    void namesAreLowerCaseWhateverTheDefaultLocaleSays() {
        assertThat(Headers.of("IF-MATCH", "1").names()).containsExactly("if-match");
    }

    @Test
    void repeatedHeadersKeepTheirOrder() {
        Headers headers = Headers.of("Accept", "a", "X", "1", "accept", "b", "ACCEPT", "c");

        assertThat(headers.all("accept")).containsExactly("a", "b", "c");
        assertThat(headers.names()).containsExactly("accept", "x");
        assertThat(headers.size()).isEqualTo(4);
    }

    @Test
    void withReplacesAllLinesOfThatName() {
        Headers headers = Headers.of("A", "1", "B", "2", "a", "3").with("A", "4");

        assertThat(headers).isEqualTo(Headers.of("b", "2", "a", "4"));
    }

    @Test
    void changingGivesNewHeadersAndLeavesTheOldOnes() {
        Headers headers = Headers.of("a", "1");

        assertThat(headers.plus("b", "2").without("a")).isEqualTo(Headers.of("b", "2"));
        assertThat(headers).isEqualTo(Headers.of("a", "1"));
        assertThat(headers.without("b")).isSameAs(headers);
    }

    @Test
    void equalHeadersHaveEqualHashCodes() {
        assertThat(Headers.of("A", "1")).hasSameHashCodeAs(Headers.of("a", "1")).isNotEqualTo(Headers.of("a", "2"));
    }

    @Test
    void textShowsNamesButNoValues() {
        assertThat(Headers.of("Authorization", "secret")).hasToString("Headers[authorization]");
    }

    @Test
    void nameWithoutValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Headers.of("a", "1", "b"))
                .withMessage("ALOFT-409 Headers come in pairs of name and value; the last name has no value.");
    }
}
