package dev.aloft.runtime.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** The values of numbers whose syntax has been checked. */
final class Numbers {
    private static final int DIGIT_LIMIT = 1000;
    private static final int EXPONENT_LIMIT = 10_000;

    private Numbers() {}

    static long int64(byte[] bytes, int start, int end) {
        boolean negative = bytes[start] == '-';
        int first = negative ? start + 1 : start;
        // Summed up below zero, since the least value has no positive counterpart.
        long value = 0;
        for (int i = first; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw JsonException.found("a number with a fraction or an exponent", start, "an integer");
            }
            value = value * 10 - digit;
        }
        // 19 digits wrap around once at most, to a positive value.
        boolean tooLarge = end - first > 19 || value > 0 || value == Long.MIN_VALUE && !negative;
        if (tooLarge) {
            throw JsonException.found("an integer that is too large", start, "one of 64 bits");
        }
        return negative ? value : -value;
    }

    static BigDecimal decimal(byte[] bytes, int start, int end) {
        int digits = 0;
        int at = start;
        while (at < end && (bytes[at] | 0x20) != 'e') {
            digits += bytes[at] >= '0' ? 1 : 0;
            at++;
        }
        if (digits > DIGIT_LIMIT) {
            throw JsonException.found("a number of " + digits + " digits", start, "at most " + DIGIT_LIMIT);
        }
        if (exponent(bytes, at + 1, end) > EXPONENT_LIMIT) {
            throw JsonException.found(
                    "a number with a huge exponent", start, "one from -" + EXPONENT_LIMIT + " to " + EXPONENT_LIMIT);
        }
        return new BigDecimal(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
    }

    /** Without its sign, and not more than needed to tell that it is beyond the limit. */
    private static int exponent(byte[] bytes, int start, int end) {
        int exponent = 0;
        for (int i = start; i < end && exponent <= EXPONENT_LIMIT; i++) {
            if (bytes[i] >= '0') {
                exponent = exponent * 10 + bytes[i] - '0';
            }
        }
        return exponent;
    }
}
