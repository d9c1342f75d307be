package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.PercentEncoding;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTextTest {
    @ParameterizedTest
    @CsvSource({
        "/orders/42, /orders/42",
        "/a b, /a%20b",
        "/100%, /100%25",
        "/a%20b, /a%2520b",
        "/é, /%C3%A9",
        "/😊, /%F0%9F%98%8A",
        "/a?b#c, /a%3Fb%23c",
        "/a+b&c=d;e:f@g, /a+b&c=d;e:f@g",
        "/[a]{b}|c\\d, /%5Ba%5D%7Bb%7D%7Cc%5Cd"
    })
    void decodedPathIsEncodedWhole(String path, String expected) {
        assertThat(PathText.encoded(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/a%20b, /a%20b",
        "/a%2fb%2Fc, /a%2fb%2Fc",
        "/a b%20c, /a%20b%20c",
        "/100%, /100%25",
        "/%zz%2, /%25zz%252",
        "/%C3%A9/é, /%C3%A9/%C3%A9"
    })
    void encodedPathKeepsItsTriplets(String path, String expected) {
        assertThat(PathText.repaired(path)).isEqualTo(expected);
    }

    @Test
    void pathThatIsFineIsNotCopied() {
        String path = "/orders/a%20b/items";

        assertThat(PathText.repaired(path)).isSameAs(path);
    }

    @Test
    void loneSurrogateBecomesAQuestionMark() {
        assertThat(PathText.encoded("/\ud800")).isEqualTo("/%3F");
    }

    @Test
    void encodingIsUndoneByTheRoutersDecoding() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            String segment = segment(random);

            String encoded = PathText.encoded("/" + segment).substring(1);

            assertThat(PercentEncoding.decodeSegment(encoded))
                    .as("seed %d", seed)
                    .isEqualTo(segment);
        }
    }

    private static String segment(Random random) {
        StringBuilder segment = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            int character = random.nextBoolean() ? 32 + random.nextInt(95) : random.nextInt(0x10FFFF);
            boolean surrogate = character >= 0xD800 && character <= 0xDFFF;
            segment.appendCodePoint(character == '/' || surrogate ? 'x' : character);
        }
        return segment.toString();
    }
}
