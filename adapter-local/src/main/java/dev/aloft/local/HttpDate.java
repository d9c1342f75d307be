package dev.aloft.local;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The time as HTTP has it, for example {@code Sun, 06 Nov 1994 08:49:37 GMT} (RFC 9110 §5.6.7). */
final class HttpDate {
    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private HttpDate() {}

    static String now() {
        return of(System.currentTimeMillis() / 1000);
    }

    static String of(long epochSecond) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.UTC);
        StringBuilder date = new StringBuilder(29);
        int day = time.getDayOfWeek().getValue() * 3;
        date.append(DAYS, day - 3, day).append(", ");
        twoDigits(date, time.getDayOfMonth()).append(' ');
        date.append(MONTHS, time.getMonthValue() * 3 - 3, time.getMonthValue() * 3)
                .append(' ');
        date.append(time.getYear()).append(' ');
        twoDigits(date, time.getHour()).append(':');
        twoDigits(date, time.getMinute()).append(':');
        return twoDigits(date, time.getSecond()).append(" GMT").toString();
    }

    private static StringBuilder twoDigits(StringBuilder date, int number) {
        return date.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
