package dev.aloft.testkit.azure;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What stands at one place of a raw path: one character, or the percent-encoded octets of one.
 *
 * @param text what the place means
 * @param length how many characters it takes in the raw path
 */
record PercentRun(String text, int length) {

    /** Octets that are no UTF-8, and {@code %2F}, stay as they are. */
    static PercentRun at(String raw, int at) {
        int first = octet(raw, at);
        if (first < 0 || first == '/') {
            return new PercentRun(raw.substring(at, at + 1), 1);
        }
        int count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        return character(raw, at, count)
                .map(text -> new PercentRun(text, 3 * count))
                .orElseGet(() -> new PercentRun(raw.substring(at, at + 3), 3));
    }

    private static Optional<String> character(String raw, int at, int count) {
        ByteBuffer octets = ByteBuffer.allocate(count);
        for (int i = 0; i < count; i++) {
            int octet = octet(raw, at + 3 * i);
            if (octet < 0) {
                return Optional.empty();
            }
            octets.put((byte) octet);
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(octets.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The octet that is percent-encoded at this place, or -1. */
    static int octet(String raw, int at) {
        if (at + 2 >= raw.length() || raw.charAt(at) != '%') {
            return -1;
        }
        int high = Character.digit(raw.charAt(at + 1), 16);
        int low = Character.digit(raw.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
