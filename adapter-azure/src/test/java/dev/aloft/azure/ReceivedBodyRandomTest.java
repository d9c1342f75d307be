package dev.aloft.azure;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Headers;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes a client sends: they arrive as they were sent, or the request is refused. */
class ReceivedBodyRandomTest {
    private static final int RUNS = 200_000;
    private static final List<String> TYPES = List.of(
            "",
            "text/plain",
            "application/x-www-form-urlencoded",
            "image/png",
            "text/plain; charset=us-ascii",
            "text/plain; charset=iso-8859-1",
            "text/plain; charset=utf-16");

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void everyBodyArrivesExactlyOrIsRefused() {
        int arrived = 0;
        for (int run = 0; run < RUNS; run++) {
            byte[] sent = body();

            byte[] got = received(sent, TYPES.get(random.nextInt(TYPES.size())));

            if (got != null) {
                assertSame(got, sent);
                arrived++;
            }
        }
        assertThat(arrived).as("seed %d", seed).isGreaterThan(RUNS / 5);
    }

    /** A client that names UTF-8 and sends UTF-16 cannot be told from one that keeps its word. JSON is UTF-8 always. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain; charset=utf-8", "application/json", "application/problem+json; a=b"})
    void utf8ThatIsNamedArrivesUnlessItHasAReplacementCharacter(String contentType) {
        for (int run = 0; run < RUNS; run++) {
            byte[] sent = text().getBytes(UTF_8);

            byte[] got = received(sent, contentType);

            assertSame(got, sent);
        }
    }

    private void assertSame(byte[] got, byte[] sent) {
        assertThat(got)
                .as(() -> "seed " + seed + ", sent " + HexFormat.of().formatHex(sent))
                .isEqualTo(sent);
    }

    private static byte[] received(byte[] sent, String contentType) {
        String length = Integer.toString(sent.length);
        Headers headers = Headers.of("content-length", length, "content-type", contentType);
        return new ReceivedBody(HostText.of(sent), headers).exactBytes();
    }

    private byte[] body() {
        return switch (random.nextInt(7)) {
            case 0 -> bytes(random.nextInt(12));
            case 1 -> text().getBytes(UTF_8);
            case 2 -> ("\uFEFF" + text()).getBytes(UTF_8);
            case 3 -> ("\uFEFF" + text()).getBytes(random.nextBoolean() ? UTF_16LE : UTF_16BE);
            case 4 -> beginningWith(0xF0, bytes(4));
            case 5 -> damaged((text() + "\uFFFD" + text()).getBytes(UTF_8));
            default -> damaged(("\uFEFF" + text()).getBytes(random.nextBoolean() ? UTF_8 : UTF_16LE));
        };
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] beginningWith(int first, byte[] bytes) {
        bytes[0] = (byte) first;
        return bytes;
    }

    private byte[] damaged(byte[] bytes) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return bytes;
    }

    /** A little text with as much of each length in UTF-8, so that lengths in UTF-8 and UTF-16 often agree. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(10); i > 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(5)) {
                        case 0, 1 -> 1 + random.nextInt(127);
                        case 2 -> 0xA0 + random.nextInt(0x700);
                        case 3 -> 0x4E00 + random.nextInt(0x5000);
                        default -> 0x1F600 + random.nextInt(64);
                    });
        }
        return text.toString();
    }
}
