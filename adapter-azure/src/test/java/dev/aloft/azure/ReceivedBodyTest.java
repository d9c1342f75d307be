package dev.aloft.azure;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceivedBodyTest {

    @ParameterizedTest
    @CsvSource({
        "application/octet-stream, true",
        "Application/Octet-Stream ; x=1, true",
        "multipart/form-data; boundary=b, true",
        "multipart/mixed, true",
        "image/png, false",
        "application/octet-streams, false",
        "text/plain; x=multipart/mixed, false",
        "'', false"
    })
    void twoKindsOfContentArriveAsBytes(String contentType, boolean binary) {
        assertThat(new ReceivedBody("", Headers.of("content-type", contentType)).isBinary())
                .isEqualTo(binary);
    }

    @Test
    void utf8TextIsTheBytesThatWereSent() {
        assertThat(received("é🍵", "é🍵".getBytes(UTF_8)).exactBytes()).isEqualTo("é🍵".getBytes(UTF_8));
    }

    @Test
    void aReplacementCharacterThatWasSentIsText() {
        ReceivedBody received = received("\uFFFD", "\uFFFD".getBytes(UTF_8));

        assertThat(received.exactBytes()).isEqualTo("\uFFFD".getBytes(UTF_8));
        assertThat(received.undoubtedBytes()).isNull();
    }

    @Test
    void bytesThatWereReplacedAreFoundOut() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

        assertThat(received(new String(png, UTF_8), png).exactBytes()).isNull();
    }

    @Test
    void aByteOrderMarkIsPutBack() {
        byte[] marked = "\uFEFFtea".getBytes(UTF_8);

        assertThat(received("tea", marked).exactBytes()).isEqualTo(marked);
    }

    @Test
    void textOfAnotherCharsetIsFoundOut() {
        byte[] wide = "\uFEFFa cup of tea".getBytes(UTF_16LE);

        assertThat(received("a cup of tea", wide).exactBytes()).isNull();
    }

    @Test
    void withoutALengthOnlyReplacementsAreSuspicious() {
        assertThat(new ReceivedBody("tea", Headers.empty()).exactBytes()).isEqualTo("tea".getBytes(UTF_8));
        assertThat(new ReceivedBody("t\uFFFDa", Headers.empty()).exactBytes()).isNull();
        assertThat(new ReceivedBody("t\uFFFDa", Headers.of("content-length", "x")).exactBytes())
                .isNull();
    }

    @Test
    void storedBytesMustBeAsManyAsWereSent() {
        ReceivedBody received = new ReceivedBody("", Headers.of("content-length", "2"));

        assertThat(received.ifComplete(new byte[] {1, 2})).containsExactly(1, 2);
        assertThat(received.ifComplete(new byte[] {1})).isNull();
        assertThat(new ReceivedBody("", Headers.empty()).ifComplete(new byte[] {1}))
                .containsExactly(1);
    }

    private static ReceivedBody received(String text, byte[] sent) {
        return new ReceivedBody(text, Headers.of("content-length", Integer.toString(sent.length)));
    }
}
