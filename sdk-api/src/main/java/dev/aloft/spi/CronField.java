package dev.aloft.spi;

import java.util.Locale;

/** One of the five fields of a cron expression; its values are the bits of a {@code long}. */
enum CronField {
    MINUTE("minute", 0, 59, ""),
    HOUR("hour", 0, 23, ""),
    DAY("day of month", 1, 31, ""),
    MONTH("month", 1, 12, "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"),
    WEEKDAY("day of week", 0, 6, "SUNMONTUEWEDTHUFRISAT");

    private static final int SUNDAY_AGAIN = 7;

    private final String title;
    private final int min;
    private final int max;
    /** The names of the values from {@link #min} on, three letters each. */
    private final String names;

    CronField(String title, int min, int max, String names) {
        this.title = title;
        this.min = min;
        this.max = max;
        this.names = names;
    }

    /** Reads the field's text, for example {@code 1,10-20/5}. */
    long parse(CronErrors errors, String text) {
        long values = 0;
        for (String item : text.split(",", -1)) {
            values |= item(errors, text, item);
        }
        return values;
    }

    private long item(CronErrors errors, String field, String item) {
        int slash = item.indexOf('/');
        String range = slash < 0 ? item : item.substring(0, slash);
        int hyphen = range.indexOf('-');
        boolean all = range.equals("*");
        int from = all ? min : value(errors, field, hyphen < 0 ? range : range.substring(0, hyphen));
        int to = all ? max : hyphen < 0 ? from : value(errors, field, range.substring(hyphen + 1));
        if (this == WEEKDAY && to == 0 && from > 0 && !range.endsWith("0")) {
            to = SUNDAY_AGAIN; // FRI-SUN
        }
        if (to < from) {
            throw errors.reversed(this, range, from + "-" + max + "," + min + "-" + to);
        }
        if (slash >= 0 && !all && hyphen < 0) {
            throw errors.stepOnNumber(this, item, range + "-" + max + item.substring(slash));
        }
        int step = slash < 0 ? 1 : step(errors, field, item.substring(slash + 1));
        long values = 0;
        for (int value = from; value <= to; value += step) {
            values |= 1L << (this == WEEKDAY ? value % SUNDAY_AGAIN : value);
        }
        return values;
    }

    private int step(CronErrors errors, String field, String text) {
        int step = number(text);
        if (text.isEmpty()) {
            throw errors.emptyItem(this, field);
        }
        if (step < 0) {
            throw errors.unknown(this, text, "1 to " + max);
        }
        if (step == 0 || step > max) {
            throw errors.outOfRange(this, "the step " + text, "1 to " + max);
        }
        return step;
    }

    private int value(CronErrors errors, String field, String text) {
        if (text.isEmpty()) {
            throw errors.emptyItem(this, field);
        }
        int number = number(text);
        if (number < 0) {
            return named(errors, text);
        }
        int last = this == WEEKDAY ? SUNDAY_AGAIN : max;
        if (number < min || number > last) {
            throw errors.outOfRange(this, text, allowed());
        }
        return number;
    }

    private int named(CronErrors errors, String text) {
        String name = text.toUpperCase(Locale.ROOT);
        int index = name.length() == 3 ? names.indexOf(name) : -1;
        if (index >= 0 && index % 3 == 0) {
            return min + index / 3;
        }
        if (text.equals("?")) {
            throw errors.questionMark(this);
        }
        boolean day = this == DAY || this == WEEKDAY;
        if (day && (name.indexOf('#') >= 0 || name.startsWith("L") || name.endsWith("L") || name.endsWith("W"))) {
            throw errors.special(this, text);
        }
        throw errors.unknown(this, text, allowed());
    }

    /** The number, capped where it is out of every range anyway; -1 if the text is not made of digits. */
    private static int number(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = Math.min(number * 10 + digit, 1000);
        }
        return number;
    }

    /** For example {@code 1 to 12 or JAN to DEC}. */
    private String allowed() {
        return min + " to " + (this == WEEKDAY ? SUNDAY_AGAIN : max)
                + (names.isEmpty()
                        ? ""
                        : " or " + names.substring(0, 3) + " to " + names.substring(names.length() - 3));
    }

    boolean isAll(long values) {
        return Long.bitCount(values) == max - min + 1;
    }

    /** The values as every dialect reads them: {@code *}, a step, or a list of numbers and ranges. */
    String text(long values) {
        int step = step(values);
        return isAll(values) ? "*" : step > 0 ? "*/" + step : list(values, false);
    }

    /** The values as AWS reads them, with names for the days of the week, which it counts from 1. */
    String awsText(long values) {
        int step = step(values);
        return isAll(values) ? "*" : step > 0 ? min + "/" + step : list(values, this == WEEKDAY);
    }

    /** The n of which the values are {@code *}{@code /n}, else 0; days of the week are always a list. */
    private int step(long values) {
        if (this == WEEKDAY || Long.bitCount(values) < 3 || (values >> min & 1) == 0) {
            return 0;
        }
        int step = Long.numberOfTrailingZeros(values >> min & ~1L);
        long expected = 0;
        for (int value = min; value <= max; value += step) {
            expected |= 1L << value;
        }
        return values == expected ? step : 0;
    }

    private String list(long values, boolean named) {
        StringBuilder list = new StringBuilder();
        for (int from = min; from <= max; from++) {
            int to = from;
            while ((values >> to & 1) == 1) {
                to++;
            }
            if (to - from > 2) {
                list.append(list.isEmpty() ? "" : ",").append(name(from, named)).append('-');
                list.append(name(to - 1, named));
                from = to;
            } else if (to > from) {
                list.append(list.isEmpty() ? "" : ",").append(name(from, named));
            }
        }
        return list.toString();
    }

    private String name(int value, boolean named) {
        return named ? names.substring(value * 3, value * 3 + 3) : String.valueOf(value);
    }

    /** In words for messages, for example {@code day of month}. */
    @Override
    public String toString() {
        return title;
    }
}
