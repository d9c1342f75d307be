package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import dev.aloft.Functions;
import dev.aloft.HttpHandler;
import dev.aloft.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
    private static final HttpHandler HANDLER = (request, context) -> HttpResponse.ok();

    private final Router router = router(Functions.builder()
            .http("root", "GET", "/", HANDLER)
            .http("list", "GET", "/orders", HANDLER)
            .http("get", "GET", "/orders/{id}", HANDLER)
            .http("latest", "GET", "/orders/latest", HANDLER)
            .http("cancel-latest", "DELETE", "/orders/latest", HANDLER)
            .http("delete", "DELETE", "/orders/{id}", HANDLER)
            .http("unicode", "GET", "/caf\u00e9", HANDLER)
            .http("file", "GET", "/files/{path...}", HANDLER)
            .http("patch", "PATCH", "/orders/{order}", HANDLER)
            .build());

    @ParameterizedTest
    @CsvSource({
        "GET, /, root",
        "GET, /orders, list",
        "GET, /orders/7, get",
        "GET, /orders/latest, latest",
        "DELETE, /orders/latest, cancel-latest",
        "PATCH, /orders/latest, patch",
        "DELETE, /orders/7, delete",
        "GET, /caf%C3%A9, unicode",
        "GET, /caf%c3%a9, unicode",
        "GET, /files/a/b/c, file",
        "GET, /orders/..., get",
        "GET, /orders/%2e%2e%2e, get"
    })
    void mostSpecificRouteOfTheMethodWins(String method, String path, String function) {
        assertThat(router.match(method, path).function().name()).isEqualTo(function);
    }

    @ParameterizedTest
    @CsvSource({
        "/orders/a%20b, a b",
        "/orders/a%2Fb, a%2Fb",
        "/orders/a+b, a+b",
        "/orders/%C3%A9, \u00e9",
        "/orders/a;v=1, a;v=1",
        "/orders/%252e, %2e"
    })
    void parameterIsDecodedOnceAndKeepsEncodedSlashes(String path, String value) {
        assertThat(router.match("GET", path).parameters()).isEqualTo(Map.of("id", value));
    }

    @Test
    void restMayEndInASlash() {
        assertThat(router.match("GET", "/files/a/").parameters()).isEqualTo(Map.of("path", "a/"));
    }

    @Test
    void restKeepsItsSegmentsApart() {
        assertThat(router.match("GET", "/files/a%2Fb/c%20d").parameters()).isEqualTo(Map.of("path", "a%2Fb/c d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/orders/", "/orders/7/", "/Orders", "/files", "/files/"})
    void otherPathIsNotFound(String path) {
        Router.Match match = router.match("GET", path);

        assertThat(match.function()).isNull();
        assertThat(match.allow()).isNull();
    }

    @Test
    void otherMethodIsNotAllowed() {
        Router.Match match = router.match("PUT", "/orders/7");

        assertThat(match.function()).isNull();
        assertThat(match.allow()).isEqualTo("DELETE, GET, HEAD, PATCH");
    }

    @Test
    void methodsCompareWithCase() {
        Router.Match match = router.match("get", "/orders");

        assertThat(match.function()).isNull();
        assertThat(match.allow()).isEqualTo("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a//b",
                "//",
                "/./a",
                "/../etc/passwd",
                "/orders/%2e%2e",
                "/orders/%2E",
                "/orders/a%00b",
                "/orders/%0d%0a",
                "/orders/%7f"
            })
    void pathThatPlatformsRewriteIsTheClientsFault(String path) {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> router.match("GET", path))
                .withMessage("ALOFT-309 The path has a segment that is empty, \".\", \"..\" or has a control character."
                        + " Platforms refuse or rewrite such paths.")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(AloftException.Kind.PAYLOAD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/%", "/orders/%4", "/orders/%zz", "/orders/%C0%AF", "/orders/%FF"})
    void pathThatIsNotUtf8IsTheClientsFault(String path) {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> router.match("GET", path))
                .withMessageContaining("ALOFT-306");
    }

    @Test
    void functionForHeadAnswersBeforeOneForGet() {
        Router both = router(Functions.builder()
                .http("get", "GET", "/a", HANDLER)
                .http("head", "HEAD", "/a", HANDLER)
                .build());

        assertThat(both.match("HEAD", "/a").function().name()).isEqualTo("head");
    }

    @Test
    void twoFunctionsForOneRouteAreRefused() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> router(Functions.builder()
                        .http("a", List.of("GET", "PUT"), "/x/{id}", () -> HANDLER)
                        .http("b", "PUT", "/x/{name}", HANDLER)
                        .build()))
                .withMessage(
                        "ALOFT-111 The functions a and b both answer PUT /x/{name}. Change the method or the path of one of"
                                + " them.");
    }

    @Test
    void twoFunctionsOfOneNameAreRefused() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> router(Functions.builder()
                        .http("a", "GET", "/a", HANDLER)
                        .http("A", "GET", "/b", HANDLER)
                        .build()))
                .withMessage(
                        "ALOFT-110 Two functions have the name A (names compare without case). Give one of them another with"
                                + " @FunctionName.");
    }

    private static Router router(Functions functions) {
        return Router.of(FunctionRegistry.of(List.of(functions), null, null).functions(), null);
    }
}
