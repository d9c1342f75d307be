package dev.aloft.azure;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Headers;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EFBFBD",
                "89504E470D0A1A0A",
                "EFBBBFFFE28241",
                "616263F09F98",
                "F0414243",
                "F09F4142",
                "FFFE4100D8"
            })
    void whereSomethingMayHaveBeenReplacedNothingIsCertain(String hex) {
        byte[] sent = HexFormat.of().parseHex(hex);
        ReceivedBody received = received(HostText.of(sent), sent);

        assertThat(received.exactBytes()).isNull();
        assertThat(received.undoubtedBytes()).isNull();
    }

    @Test
    void textThatIsAsLongInUtf16IsUncertain() {
        byte[] wide = "\uFEFFab中文字符".getBytes(UTF_16LE);
        byte[] narrow = "ab中文字符".getBytes(UTF_8);

        assertThat(wide).hasSameSizeAs(narrow);
        assertThat(received("ab中文字符", wide).exactBytes()).isNull();
        assertThat(received("ab中文字符", wide, "text/plain; charset=utf-16").exactBytes())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain;charset=UTF-8", "text/plain; a=b; Charset=\"utf-8\"; c=d", "application/json"})
    void unlessTheContentTypeSaysUtf8(String contentType) {
        byte[] narrow = "ab中文字符".getBytes(UTF_8);

        assertThat(received("ab中文字符", narrow, contentType).exactBytes()).isEqualTo(narrow);
    }

    @Test
    void bytesOfAKnownKindNeedNoMark() {
        assertThat(received("ab中文字符", new byte[14]).undoubtedBytes()).isEqualTo("ab中文字符".getBytes(UTF_8));
        assertThat(received("tea", new byte[6]).undoubtedBytes()).isNull();
    }

    @Test
    void aByteOrderMarkIsPutBack() {
        byte[] marked = "\uFEFFtea".getBytes(UTF_8);

        assertThat(received("tea", marked).exactBytes()).isEqualTo(marked);
        assertThat(received("tea", marked, "text/plain; charset=us-ascii").exactBytes())
                .isEqualTo(marked);
        assertThat(received("tea", marked, "text/plain; charset=utf-8").exactBytes())
                .isEqualTo(marked);
    }

    @Test
    void butNotWhereItMayHaveBeenAnother() {
        byte[] wide = {(byte) 0xFF, (byte) 0xFE, 'A', 0};

        assertThat(received("A", wide).exactBytes()).isNull();
        assertThat(received("A", wide, "text/plain; charset=utf-8").exactBytes())
                .isNull();
        assertThat(received("tea", new byte[6], "text/plain; charset=utf-16").exactBytes())
                .isNull();
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
        return received(text, sent, "text/plain");
    }

    private static ReceivedBody received(String text, byte[] sent, String contentType) {
        String length = Integer.toString(sent.length);
        return new ReceivedBody(text, Headers.of("content-length", length, "content-type", contentType));
    }
}
