package dev.aloft.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionNamesTest {
    @ParameterizedTest
    @CsvSource({
        "PlaceOrder, place-order",
        "getHTMLPage, get-html-page",
        "HTTP2Server, http2-server",
        "V1, v1",
        "A, a",
        "Place_Order, place_order"
    })
    void classNameBecomesKebabCase(String className, String name) {
        assertThat(FunctionNames.kebabCase(className)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "place-order", "A_1"})
    void ordinaryNameIsValid(String name) {
        assertThat(FunctionNames.problem(name)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "-a", "a b", "caf\u00e9", "a.b"})
    void nameWithOtherCharactersIsNotValid(String name) {
        assertThat(FunctionNames.problem(name))
                .isEqualTo(
                        "ALOFT-001 The function name \"" + name
                                + "\" is not valid. Allowed: a letter, then up to 127 letters, digits, hyphens or underscores.");
    }

    @Test
    void nameHasAtMost128Characters() {
        assertThat(FunctionNames.problem("a".repeat(128))).isNull();
        assertThat(FunctionNames.problem("a".repeat(129))).startsWith("ALOFT-001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "HOST", "mylib", "zzz-x"})
    void reservedNameIsNotValid(String name) {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> FunctionDefinition.http(name, "/a", "GET"))
                .withMessage("ALOFT-002 The function name \"" + name
                        + "\" is reserved. Azure keeps \"host\" and every name that"
                        + " ends in \"lib\", Aloft every name that begins with \"zzz-\". Choose another name with"
                        + " @FunctionName.");
    }
}
