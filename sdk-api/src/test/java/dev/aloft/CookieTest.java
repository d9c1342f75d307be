package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CookieTest {
    @Test
    void cookiesOfAllLinesKeepTheirOrder() {
        List<Cookie> cookies = Cookie.parse(List.of("a=1; b=2", "a=3"));

        assertThat(cookies).containsExactly(new Cookie("a", "1"), new Cookie("b", "2"), new Cookie("a", "3"));
    }

    @Test
    void quotesAndSpacesAroundAValueAreTakenOff() {
        assertThat(Cookie.parse(List.of(" a = \"x y\" ;b=\"\"")))
                .containsExactly(new Cookie("a", "x y"), new Cookie("b", ""));
    }

    @Test
    void equalsSignsBelongToTheValue() {
        assertThat(Cookie.parse(List.of("token=YWI9PQ=="))).containsExactly(new Cookie("token", "YWI9PQ=="));
    }

    @Test
    void whatIsNoPairIsPassedOver() {
        assertThat(Cookie.parse(List.of(";;=;x; =y;a=1;"))).containsExactly(new Cookie("a", "1"));
    }

    @Test
    void newCookieIsSafeByDefault() {
        assertThat(SetCookie.of("session", "abc").headerValue())
                .isEqualTo("session=abc; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void attributesStandInOneOrder() {
        SetCookie cookie = SetCookie.of("a", "")
                .withSameSite(SetCookie.SameSite.NONE)
                .withMaxAge(Duration.ofMinutes(2))
                .withDomain("example.org")
                .withPath("/x")
                .withHttpOnly(false)
                .withSecure(true);

        assertThat(cookie.headerValue())
                .isEqualTo("a=; Path=/x; Domain=example.org; Max-Age=120; Secure; SameSite=None");
        assertThat(cookie.path()).contains("/x");
        assertThat(cookie.maxAge()).contains(Duration.ofMinutes(2));
    }

    @Test
    void negativeAgeDeletesTheCookie() {
        assertThat(SetCookie.of("a", "1").withMaxAge(Duration.ofDays(-1)).headerValue())
                .contains("Max-Age=0");
    }

    @Test
    void plainHttpIsPossible() {
        assertThat(SetCookie.of("a", "1").withSecure(false).headerValue()).isEqualTo("a=1; HttpOnly; SameSite=Lax");
    }

    @Test
    void valueThatWouldEndTheCookieIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SetCookie.of("a", "1; Domain=evil"))
                .withMessage(
                        "ALOFT-403 The value of cookie a has the character U+003B at index 1. Allowed: visible ASCII"
                                + " without space, double quote, comma, semicolon and backslash. Encode other text first, for"
                                + " example with PercentEncoding.encodeSegment.");
    }

    @Test
    void attributeThatWouldStartAnotherIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SetCookie.of("a", "1").withPath("/;Secure"))
                .withMessage(
                        "ALOFT-403 An attribute of cookie a has the character U+003B at index 1. Allowed: visible ASCII and"
                                + " space without semicolon.");
    }

    @Test
    void nameMustBeAToken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SetCookie.of("a b", "1"))
                .withMessageStartingWith("ALOFT-401 The cookie name \"a b\" is not an HTTP token.");
    }

    @Test
    void textShowsNoValue() {
        assertThat(SetCookie.of("session", "secret")).hasToString("SetCookie[session]");
    }
}
