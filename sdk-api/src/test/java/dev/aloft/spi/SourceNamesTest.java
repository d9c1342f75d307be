package dev.aloft.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "orders-eu", "Orders_1", "acme.orders"})
    void ordinaryNameIsValid(String name) {
        assertThat(SourceNames.problem(name)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "-a", ".a", "a b", "a/b", "arn:aws:sqs", "caf\u00e9"})
    void nameWithOtherCharactersIsNotValid(String name) {
        assertThat(SourceNames.problem(name))
                .isEqualTo("ALOFT-040 The source name \"" + name
                        + "\" is not valid. Allowed: a letter, then up to 79 letters, digits, hyphens, dots or underscores. The"
                        + " platform's own name, whatever it is, goes into the setting ALOFT_SOURCE_<NAME>.");
    }

    @Test
    void nameHasAtMost80Characters() {
        assertThat(SourceNames.problem("a".repeat(80))).isNull();
        assertThat(SourceNames.problem("a".repeat(81))).startsWith("ALOFT-040 ");
    }

    @ParameterizedTest
    @CsvSource({
        "orders, ALOFT_SOURCE_ORDERS",
        "orders-eu, ALOFT_SOURCE_ORDERS_EU",
        "acme.ordersIn_1, ALOFT_SOURCE_ACME_ORDERSIN_1"
    })
    void settingIsMadeOfTheName(String name, String setting) {
        assertThat(SourceNames.setting(name)).isEqualTo(setting);
    }
}
