package dev.aloft.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutePatternTest {
    @Test
    void parametersTakeOneSegmentEach() {
        RoutePattern route = RoutePattern.parse("/orders/{customer}/items/{id}");

        assertThat(route.parameters()).containsExactly("customer", "id");
        assertThat(route.match(List.of("orders", "ada", "items", "7"))).containsExactly("ada", "7");
        assertThat(route.match(List.of("orders", "ada", "items"))).isNull();
        assertThat(route.match(List.of("orders", "ada", "things", "7"))).isNull();
        assertThat(route.match(List.of("orders", "", "items", "7"))).isNull();
    }

    @Test
    void restTakesOneSegmentOrMore() {
        RoutePattern route = RoutePattern.parse("/files/{path...}");

        assertThat(route.match(List.of("files", "a", "b.txt"))).containsExactly("a/b.txt");
        assertThat(route.match(List.of("files", "a"))).containsExactly("a");
        assertThat(route.match(List.of("files"))).isNull();
    }

    @Test
    void rootMatchesNothingElse() {
        assertThat(RoutePattern.parse("/").match(List.of())).isEmpty();
        assertThat(RoutePattern.parse("/").match(List.of("a"))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/orders/latest, /orders/{id}",
        "/orders/{id}, /orders/{path...}",
        "/orders/{id}/items, /orders/{path...}",
        "/a/{b}, /{a}/b",
        "/a/b/{rest...}, /a/{rest...}"
    })
    void moreSpecificRouteWins(String winner, String loser) {
        assertThat(RoutePattern.parse(winner).isMoreSpecificThan(RoutePattern.parse(loser)))
                .isTrue();
        assertThat(RoutePattern.parse(loser).isMoreSpecificThan(RoutePattern.parse(winner)))
                .isFalse();
    }

    @Test
    void namesOfParametersDoNotTellRoutesApart() {
        assertThat(RoutePattern.parse("/a/{x}").matchesSamePathsAs(RoutePattern.parse("/a/{y}")))
                .isTrue();
        assertThat(RoutePattern.parse("/a/{x}").matchesSamePathsAs(RoutePattern.parse("/a/{x...}")))
                .isFalse();
        assertThat(RoutePattern.parse("/a/b").matchesSamePathsAs(RoutePattern.parse("/a/c")))
                .isFalse();
        assertThat(RoutePattern.parse("/a").matchesSamePathsAs(RoutePattern.parse("/a/b")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orders | ALOFT-010 Route "orders" does not begin with a slash. Write for example /orders/{id}.
            /a/{id}/{id} | ALOFT-011 Route /a/{id}/{id} names the parameter id twice. Rename one of them.
            /a//b | ALOFT-012 Route /a//b has an empty segment, or one that is "." or "..". Platforms refuse or rewrite such paths; take the segment out.
            /a/ | ALOFT-012 Route /a/ has an empty segment, or one that is "." or "..". Platforms refuse or rewrite such paths; take the segment out.
            /a/../b | ALOFT-012 Route /a/../b has an empty segment, or one that is "." or "..". Platforms refuse or rewrite such paths; take the segment out.
            /a/x{id} | ALOFT-013 Route /a/x{id} has the segment x{id}, which is no valid parameter. A parameter is a whole segment: {name} with letters, digits and underscores, beginning with a letter, or {name...} for all the rest.
            /a/{} | ALOFT-013 Route /a/{} has the segment {}, which is no valid parameter. A parameter is a whole segment: {name} with letters, digits and underscores, beginning with a letter, or {name...} for all the rest.
            /{a...}/b | ALOFT-014 Route /{a...}/b goes on after {a...}. A {name...} takes all the rest, so it is last.
            /a%20b | ALOFT-015 Route /a%20b has the character '%' in literal text. Allowed: every visible character except % ? # * \\ { }; write text decoded, for example /caf\u00e9.
            """)
    void wrongRouteIsRefused(String route, String message) {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> RoutePattern.parse(route))
                .withMessage(message);
    }

    @Test
    void bindingNeedsAKnownMethod() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> FunctionDefinition.http("a", "/a"))
                .withMessage(
                        "ALOFT-016 Route /a has no method. Allowed: [GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS].");
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> FunctionDefinition.http("a", "/a", "get"))
                .withMessage(
                        "ALOFT-017 Route /a has the method \"get\". Allowed: [GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS],"
                                + " in upper case.");
    }

    @Test
    void equalTextIsAnEqualRoute() {
        assertThat(RoutePattern.parse("/a/{b}"))
                .isEqualTo(RoutePattern.parse("/a/{b}"))
                .hasToString("/a/{b}");
        assertThat(RoutePattern.parse("/a")).hasSameHashCodeAs(RoutePattern.parse("/a"));
    }
}
