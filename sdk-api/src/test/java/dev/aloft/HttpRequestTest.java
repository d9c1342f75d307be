package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpRequestTest {
    @Test
    void methodIsUpperCaseAndPathBeginsWithASlash() {
        HttpRequest request = HttpRequest.builder("post", "orders").build();

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/orders");
    }

    @Test
    void bodyIsCopiedWhenItIsReadAsBytes() {
        HttpRequest request = HttpRequest.builder("POST", "/").body("abc").build();

        request.body().bytes()[0] = 'x';

        assertThat(request.text()).isEqualTo("abc");
        assertThat(request.body().length()).isEqualTo(3);
        assertThat(request.body().stream()).hasContent("abc");
    }

    @Test
    void bodyIsWrittenWithoutACopy() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        HttpRequest.builder("POST", "/").body("abc").build().body().writeTo(out);

        assertThat(out).hasToString("abc");
    }

    @Test
    void requestWithoutBodyHasAnEmptyOne() {
        Body body = HttpRequest.builder("GET", "/").build().body();

        assertThat(body.isEmpty()).isTrue();
        assertThat(body.text()).isEmpty();
    }

    @Test
    void textIsReadInTheCharsetOfTheContentType() {
        byte[] latin1 = "\u00e9".getBytes(StandardCharsets.ISO_8859_1);

        HttpRequest request = HttpRequest.builder("POST", "/")
                .header("Content-Type", "text/plain; Charset=\"ISO-8859-1\"")
                .body(latin1)
                .build();

        assertThat(request.text()).isEqualTo("\u00e9");
    }

    @Test
    void bytesThatAreNoTextAreAPayloadError() {
        HttpRequest request = HttpRequest.builder("POST", "/")
                .body(new byte[] {(byte) 0xC0, (byte) 0xAF})
                .build();

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(request::text)
                .withMessage(
                        "ALOFT-305 The body is not valid UTF-8 text. Send it in the charset that its Content-Type names"
                                + " (UTF-8 without one), or read it as bytes.");
    }

    @Test
    void replacementCharacterThatWasSentIsText() {
        assertThat(HttpRequest.builder("POST", "/").body("\uFFFD").build().text())
                .isEqualTo("\uFFFD");
    }

    @Test
    void unknownCharsetIsAPayloadError() {
        HttpRequest request = HttpRequest.builder("POST", "/")
                .header("content-type", "text/plain; charset=x-none")
                .body("a")
                .build();

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(request::text)
                .withMessage("ALOFT-305 The Content-Type names a charset that is not known here. Use utf-8.");
    }

    @Test
    void formIsReadFromTheBody() {
        HttpRequest request = HttpRequest.builder("POST", "/")
                .header("content-type", "application/x-www-form-urlencoded; charset=utf-8")
                .body("a=1&a=2&b=%20")
                .build();

        assertThat(request.body().form().all("a")).containsExactly("1", "2");
        assertThat(request.body().form().first("b")).contains(" ");
    }

    @Test
    void formOfAnotherTypeIsAPayloadError() {
        HttpRequest request = HttpRequest.builder("POST", "/").body("a=1").build();

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> request.body().form())
                .withMessage(
                        "ALOFT-307 A form was asked for, but the Content-Type is not application/x-www-form-urlencoded.");
    }

    @Test
    void typedBodyNeedsABody() {
        HttpRequest request = HttpRequest.builder("POST", "/").build();

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> request.bodyAs(String.class))
                .withMessage("ALOFT-304 There is no body, but one is required.");
    }

    @Test
    void typedBodyNeedsACodec() {
        HttpRequest request = HttpRequest.builder("POST", "/").body("{}").build();

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> request.bodyAs(String.class))
                .withMessage(
                        "ALOFT-103 A typed body was asked for, but no payload codec is on the class path. Add the dependency"
                                + " dev.aloft:aloft-codec-jackson, or read the body as bytes or text.");
    }

    @Test
    void pathParameterThatTheRouteDoesNotHaveIsAHandlerError() {
        HttpRequest request = HttpRequest.builder("GET", "/orders/1").build().routed(Map.of("id", "1"));

        assertThat(request.pathParameter("id")).isEqualTo("1");
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> request.pathParameter("customer"))
                .withMessage("ALOFT-406 The route has no parameter customer. It has [id].")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(AloftException.Kind.HANDLER));
    }

    @Test
    void everythingElseIsReachable() {
        HttpRequest request = HttpRequest.builder("GET", "/a%20b")
                .query("tag=a&tag=b")
                .header("Cookie", "session=abc")
                .header("Accept", "text/plain")
                .pathParameter("id", "1")
                .clientAddress("192.0.2.7")
                .build();

        assertThat(request.path()).isEqualTo("/a%20b");
        assertThat(request.rawQuery()).isEqualTo("tag=a&tag=b");
        assertThat(request.query("tag")).contains("a");
        assertThat(request.query().all("tag")).containsExactly("a", "b");
        assertThat(request.cookie("session")).contains("abc");
        assertThat(request.cookie("none")).isEmpty();
        assertThat(request.header("accept")).contains("text/plain");
        assertThat(request.contentType()).isEmpty();
        assertThat(request.pathParameter("id")).isEqualTo("1");
        assertThat(request.clientAddress()).contains("192.0.2.7");
        assertThat(request).hasToString("GET /a%20b");
    }
}
