package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PercentEncodingTest {
    @Test
    void segmentIsEncodedWholly() {
        assertThat(PercentEncoding.encodeSegment("a b/\u00e9?+")).isEqualTo("a%20b%2F%C3%A9%3F%2B");
        assertThat(PercentEncoding.encodeSegment("AZaz09-._~")).isEqualTo("AZaz09-._~");
    }

    @Test
    void encodedSlashIsKeptInASegment() {
        assertThat(PercentEncoding.decodeSegment("a%20b%2fc")).isEqualTo("a b%2Fc");
    }

    @Test
    void plusIsAPlusInASegment() {
        assertThat(PercentEncoding.decodeSegment("a+b%2B")).isEqualTo("a+b+");
    }

    @Test
    void whatIsEncodedTwiceIsDecodedOnce() {
        assertThat(PercentEncoding.decodeSegment("%252e")).isEqualTo("%2e");
    }

    @Test
    void malformedSegmentIsAPayloadError() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> PercentEncoding.decodeSegment("%e9"))
                .withMessageContaining("ALOFT-306");
    }

    @Test
    void decodingGivesBackWhatWasEncoded() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                int codePoint = random.nextInt(0x11000);
                text.appendCodePoint(codePoint >= 0xD800 && codePoint < 0xE000 || codePoint == '/' ? 'x' : codePoint);
            }

            String decoded = PercentEncoding.decodeSegment(PercentEncoding.encodeSegment(text.toString()));

            assertThat(decoded).as("seed %d", seed).isEqualTo(text.toString());
        }
    }
}
