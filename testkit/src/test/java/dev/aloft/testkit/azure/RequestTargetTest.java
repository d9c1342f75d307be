package dev.aloft.testkit.azure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTargetTest {

    @ParameterizedTest
    @CsvSource({
        "/a%20b, /a b",
        "/a%2Fb, /a%2Fb",
        "/a%2fb, /a%2fb",
        "/%C3%A9, /é",
        "/%F0%9F%8D%B5, /🍵",
        "/%C3%28, /%C3(",
        "/%E2%82, /%E2%82",
        "/%zz%, /%zz%",
        "/%2541, /%41",
        "/a/./b/../c, /a/c",
        "/a/%2e%2e/b, /b",
        "/a/.., /",
        "/../x, /x",
        "/a/b/., /a/b/",
        "/a//b, /a//b",
        "/a+b, /a+b"
    })
    void thePathIsDecodedButForSlashes(String raw, String path) {
        assertThat(RequestTarget.parse(raw).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "/a%20b, /a%20b",
        "/a%2Fb, /a%2Fb",
        "/%c3%a9, /%C3%A9",
        "/%7Ea!$&'()*+;=:@, /~a!$&'()*+;=:@",
        "/%22%3C%3E%7C%7B%7D%5E, /%22%3C%3E%7C%7B%7D%5E",
        "/100%25, /100%25",
        "/%2541, /%41"
    })
    void forTheWorkerItIsEncodedAgain(String raw, String path) {
        assertThat(RequestTarget.parse(raw).encodedPath()).isEqualTo(path);
    }

    @Test
    void theQueryStaysAsItIs() {
        assertThat(RequestTarget.parse("/a?x=%20|{}&x=2?").query()).isEqualTo("?x=%20|{}&x=2?");
    }

    @ParameterizedTest
    @CsvSource({"/a?b={|}, true", "/a%00, false", "/a?b=%00, true", "/é, false"})
    void theWebServerRefusesNullAndWhatIsNotAscii(String target, boolean accepted) {
        assertThat(RequestTarget.isAccepted(target)).isEqualTo(accepted);
    }
}
