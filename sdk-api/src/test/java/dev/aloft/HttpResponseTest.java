package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aloft.spi.PayloadCodec;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpResponseTest {
    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: x=1", "a\nb", "a\u0000", "\u560a\u560d", "\u00e9", "\u007f"})
    void valueThatCouldEndTheLineIsRefusedWhenTheResponseIsBuilt(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpResponse.ok().withHeader("X-A", value))
                .withMessageMatching(
                        "(?s)ALOFT-402 The value of header X-A has the character U\\+[0-9A-F]{4} at index \\d\\."
                                + " Allowed: visible ASCII, space and tab\\..*");
        assertThatIllegalArgumentException().isThrownBy(() -> HttpResponse.created(value));
        assertThatIllegalArgumentException().isThrownBy(() -> HttpResponse.ok().withBody(new byte[0], value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\n", "a:", "\u00e9"})
    void nameThatIsNoTokenIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpResponse.ok().addHeader(name, "1"))
                .withMessageStartingWith("ALOFT-401 The header name \"")
                .withMessageEndingWith(
                        "is not an HTTP token. Allowed: letters, digits and !#$%&'*+-.^_`|~, at least one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length", "transfer-encoding", "Connection"})
    void headerThatThePlatformSetsIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpResponse.ok().withHeader(name, "1"))
                .withMessage("ALOFT-410 The header " + name.toLowerCase(Locale.ROOT)
                        + " is set by the platform from the body and the connection. Leave it out.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100, 199, 600})
    void statusOutsideOfTheFinalOnesIsRefused(int status) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpResponse.of(status))
                .withMessage("ALOFT-404 A response has a status from 200 to 599, not " + status + ".");
    }

    @Test
    void textIsUtf8AndSaysSo() {
        HttpResponse response = HttpResponse.ok("\u00e9");

        assertThat(response.body().bytes()).isEqualTo("\u00e9".getBytes(StandardCharsets.UTF_8));
        assertThat(response.header("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(response.text()).isEqualTo("\u00e9");
    }

    @Test
    void onlyWhatTheAuthorSetIsThere() {
        assertThat(HttpResponse.noContent().headers().size()).isZero();
        assertThat(HttpResponse.created("/a").headers()).isEqualTo(Headers.of("location", "/a"));
    }

    @Test
    void redirectsHaveTheirStatus() {
        assertThat(HttpResponse.seeOther("/a").status()).isEqualTo(303);
        assertThat(HttpResponse.redirect("/a", false).status()).isEqualTo(307);
        assertThat(HttpResponse.redirect("/a", true).status()).isEqualTo(308);
        assertThat(HttpResponse.notModified().status()).isEqualTo(304);
    }

    @Test
    void cookiesStandBesideEachOther() {
        HttpResponse response =
                HttpResponse.ok().withCookie(SetCookie.of("a", "1")).withCookie(SetCookie.of("b", "2"));

        assertThat(response.cookies()).containsExactly(new Cookie("a", "1"), new Cookie("b", "2"));
        assertThat(response.headers().all("set-cookie")).hasSize(2);
    }

    @Test
    void typedValueIsWrittenByTheCodecWithItsContentType() {
        HttpResponse response = HttpResponse.json(List.of(1)).written(new TextCodec());

        assertThat(response.text()).isEqualTo("[1]");
        assertThat(response.header("content-type")).contains("application/test");
        assertThat(response.entity()).isEmpty();
    }

    @Test
    void contentTypeOfTheAuthorStaysWithATypedValue() {
        HttpResponse response = HttpResponse.json(1)
                .withHeader("content-type", "application/hal+json")
                .written(new TextCodec());

        assertThat(response.header("content-type")).contains("application/hal+json");
    }

    @Test
    void textShowsOnlyTheStatus() {
        assertThat(HttpResponse.ok("secret")).hasToString("HttpResponse[200]");
    }

    private static final class TextCodec implements PayloadCodec {
        @Override
        public String contentType() {
            return "application/test";
        }

        @Override
        public Object read(byte[] payload, Type type) {
            return new String(payload, StandardCharsets.UTF_8);
        }

        @Override
        public byte[] write(Object value) {
            return value.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
