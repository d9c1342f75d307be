package dev.aloft.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times of native events without a formatter, whose classes cost milliseconds before the first response.
 *
 * <p>{@code IsoTime.parse("2026-07-10T08:30:00.250Z")} is the instant of that moment.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339#section-5.6">RFC 3339, internet date and time format</a>
 */
public final class IsoTime {
    private static final int NANO_DIGITS = 9;

    private final String text;
    private int position;
    private boolean wrong;

    private IsoTime(String text) {
        this.text = text;
    }

    /**
     * The instant that a text names, by RFC 3339: date, {@code T}, time with or without a fraction, and {@code Z} or an offset. Of a
     * fraction nine digits count. Leap seconds are not known.
     *
     * @param text for example {@code 2026-07-10T10:30:00+02:00}, or null
     * @return the instant; null if there is no text, or it is not of this form
     */
    public static @Nullable Instant parse(@Nullable String text) {
        return text == null ? null : new IsoTime(text).instant();
    }

    private @Nullable Instant instant() {
        int year = digits(4, 9999);
        expect('-');
        int month = digits(2, 12);
        expect('-');
        int day = digits(2, 31);
        expect('T');
        int seconds = digits(2, 23) * 3600;
        expect(':');
        seconds += digits(2, 59) * 60;
        expect(':');
        seconds += digits(2, 59);
        int nanos = fraction();
        seconds -= offset();
        if (wrong || position != text.length() || month == 0 || day == 0 || day > length(year, month)) {
            return null;
        }
        return Instant.ofEpochSecond(days(year, month, day) * 86_400L + seconds, nanos);
    }

    private int digits(int count, int most) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            int digit = next() - '0';
            wrong |= digit < 0 || digit > 9;
            number = number * 10 + digit;
        }
        wrong |= number > most;
        return wrong ? 0 : number;
    }

    private int fraction() {
        if (position >= text.length() || text.charAt(position) != '.') {
            return 0;
        }
        position++;
        int first = position;
        int nanos = 0;
        while (position < text.length() && isDigit(text.charAt(position))) {
            nanos = position - first < NANO_DIGITS ? nanos * 10 + text.charAt(position) - '0' : nanos;
            position++;
        }
        wrong |= position == first;
        for (int i = position - first; i < NANO_DIGITS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** In seconds. */
    private int offset() {
        char sign = next();
        if (sign == 'Z' || sign == 'z') {
            return 0;
        }
        wrong |= sign != '+' && sign != '-';
        int seconds = digits(2, 23) * 3600;
        expect(':');
        seconds += digits(2, 59) * 60;
        return sign == '-' ? -seconds : seconds;
    }

    private void expect(char wanted) {
        char found = next();
        wrong |= found != wanted && !(wanted == 'T' && found == 't');
    }

    private char next() {
        return position < text.length() ? text.charAt(position++) : ' ';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int length(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Since 1970-01-01, in years that begin with March, so that the leap day is the last. */
    private static int days(int year, int month, int day) {
        int marchYear = month > 2 ? year : year - 1;
        int marchMonth = month > 2 ? month - 3 : month + 9;
        int leapDays = Math.floorDiv(marchYear, 4) - Math.floorDiv(marchYear, 100) + Math.floorDiv(marchYear, 400);
        return marchYear * 365 + leapDays + (marchMonth * 153 + 2) / 5 + day - 1 - 719_468;
    }
}
