package dev.aloft.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times that platforms write into their events, without the formatters of {@code java.time}, whose tables take
 * milliseconds to load.
 *
 * <p>{@code IsoTime.parse("2024-02-29T23:59:59.5+01:00")} is the instant {@code 2024-02-29T22:59:59.500Z}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339#section-5.6">RFC 3339 §5.6, Internet Date/Time Format</a>
 */
public final class IsoTime {
    private static final int SECONDS_OF_DAY = 86_400;

    private final String text;
    private int at;
    private boolean valid = true;

    private IsoTime(String text) {
        this.text = text;
    }

    /**
     * Reads date, time and offset; the letters may be in either case.
     *
     * @param text for example {@code 2024-02-29T23:59:59.123456789Z} or {@code 2024-02-29t00:00:00-00:30}
     * @return the instant; null if that is not what the text is, also for more than nine digits of a second, a day that the month
     *     does not have, and a leap second
     */
    public static @Nullable Instant parse(String text) {
        IsoTime time = new IsoTime(text);
        long day = time.day();
        time.letter('t');
        long second = time.second();
        int nano = time.nano();
        int offset = time.offset();
        return time.valid && time.at == text.length()
                ? Instant.ofEpochSecond(day * SECONDS_OF_DAY + second - offset, nano)
                : null;
    }

    private long day() {
        int year = number(4);
        literal('-');
        int month = number(2);
        literal('-');
        int day = number(2);
        valid &= month >= 1 && month <= 12 && day >= 1 && day <= length(year, month);
        return valid ? sinceEpoch(year, month, day) : 0;
    }

    private static int length(int year, int month) {
        return switch (month) {
            case 2 -> isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /** Counts in years that begin in March, so that a leap day is the last of its year. */
    private static long sinceEpoch(int year, int month, int day) {
        long y = month > 2 ? year : year - 1;
        long leapDays = Math.floorDiv(y, 4L) - Math.floorDiv(y, 100L) + Math.floorDiv(y, 400L);
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        return y * 365 + leapDays + dayOfYear - 719_468;
    }

    private long second() {
        int hour = number(2);
        literal(':');
        int minute = number(2);
        literal(':');
        int second = number(2);
        valid &= hour < 24 && minute < 60 && second < 60;
        return hour * 3600L + minute * 60L + second;
    }

    private int nano() {
        if (at >= text.length() || text.charAt(at) != '.') {
            return 0;
        }
        at++;
        int digits = 0;
        int nano = 0;
        for (; at < text.length() && isDigit(text.charAt(at)) && digits < 9; digits++) {
            nano = nano * 10 + text.charAt(at++) - '0';
        }
        valid &= digits > 0;
        for (; digits < 9; digits++) {
            nano *= 10;
        }
        return nano;
    }

    private int offset() {
        char sign = at < text.length() ? text.charAt(at) : ' ';
        if (sign != '+' && sign != '-') {
            letter('z');
            return 0;
        }
        at++;
        int hour = number(2);
        literal(':');
        int minute = number(2);
        valid &= hour < 24 && minute < 60;
        int seconds = hour * 3600 + minute * 60;
        return sign == '-' ? -seconds : seconds;
    }

    private int number(int digits) {
        int number = 0;
        for (int end = at + digits; at < end; at++) {
            char c = at < text.length() ? text.charAt(at) : ' ';
            valid &= isDigit(c);
            number = number * 10 + c - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void literal(char expected) {
        valid &= at < text.length() && text.charAt(at) == expected;
        at++;
    }

    private void letter(char lowerCase) {
        valid &= at < text.length() && (text.charAt(at) | 0x20) == lowerCase && text.charAt(at) < 128;
        at++;
    }
}
