package dev.aloft.testkit.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTemplateTest {

    @ParameterizedTest
    @CsvSource({
        "orders, /orders, true",
        "orders, /Orders, true",
        "orders, /orders/, true",
        "orders, /orders//, false",
        "orders, /orders/1, false",
        "orders/{id}, /orders/1, true",
        "orders/{id}, /orders, false",
        "orders/{id?}, /orders, true",
        "orders/{id:int}, /orders/x, false",
        "orders/{id:int}, /orders/-7, true",
        "orders/{id:int?}, /orders, true",
        "{*rest}, /, true",
        "{*rest}, /a/b, true",
        "{*rest}, //a, false",
        "{*rest}, /a//b, true",
        "a/{*rest}, /a, true",
        "a/{*rest}, /b, false",
        "/, /, true",
        "/, /a, false"
    })
    void matchesAsTheHostDoes(String template, String path, boolean matches) {
        assertThat(RouteTemplate.parse("", template).match(path).isPresent()).isEqualTo(matches);
    }

    @Test
    void parametersHoldTheDecodedSegments() {
        RouteTemplate template = RouteTemplate.parse("", "orders/{id}/{*rest}");

        assertThat(template.match("/orders/a b/c/d/")).contains(Map.of("id", "a b", "rest", "c/d/"));
    }

    @Test
    void thePrefixComesFirst() {
        RouteTemplate template = RouteTemplate.parse("api", "orders");

        assertThat(template.text()).isEqualTo("api/orders");
        assertThat(template.match("/orders")).isEmpty();
        assertThat(template.match("/api/orders")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a//b",
                "~a",
                "{id}/{ID}",
                "{*rest}/a",
                "{id?}/a",
                "a?",
                "{id",
                "{a}.{b}",
                "{id=5}",
                "{id:minlength(2)}",
                "{id:alphanumeric}"
            })
    void templatesThatCannotBeUsedAreRefused(String template) {
        assertThatThrownBy(() -> RouteTemplate.parse("", template))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The host cannot use the route \"" + template + "\"");
    }

    @Test
    void aLeadingSlashAfterAPrefixMakesAnEmptySegment() {
        assertThatThrownBy(() -> RouteTemplate.parse("api", "/orders")).hasMessageContaining("two slashes in a row");
    }
}
