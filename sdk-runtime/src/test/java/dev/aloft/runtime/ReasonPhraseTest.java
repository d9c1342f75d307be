package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonPhraseTest {
    @ParameterizedTest
    @CsvSource({
        "200, OK",
        "204, No Content",
        "299, Success",
        "304, Not Modified",
        "399, Redirection",
        "404, Not Found",
        "499, Client Error",
        "503, Service Unavailable",
        "599, Server Error"
    })
    void statusHasItsNameOrThatOfItsClass(int status, String name) {
        assertThat(ReasonPhrase.of(status)).isEqualTo(name);
    }
}
