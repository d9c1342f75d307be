package dev.aloft.spi;

import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * When a schedule fires, in the one form of cron that all platforms can be told: {@link dev.aloft.ScheduleTrigger#cron} has it.
 *
 * <p>{@code Cron.parse("30 3 * * MON-FRI").next(now, ZoneId.of("Europe/Berlin"))} is the next firing, and {@link #aws}, {@link
 * #azure} and {@link #google} write it as each platform reads it. An expression is immutable.
 */
public final class Cron {
    private static final Duration SELDOM = Duration.ofHours(2);

    private final long minutes;
    private final long hours;
    private final long days;
    private final long months;
    private final long weekdays;

    private Cron(CronErrors errors, String[] fields) {
        this.minutes = CronField.MINUTE.parse(errors, fields[0]);
        this.hours = CronField.HOUR.parse(errors, fields[1]);
        this.days = CronField.DAY.parse(errors, fields[2]);
        this.months = CronField.MONTH.parse(errors, fields[3]);
        this.weekdays = CronField.WEEKDAY.parse(errors, fields[4]);
        if (!fields[2].equals("*") && !fields[4].equals("*")) {
            throw errors.bothDays(fields[2], fields[4]);
        }
        if (!hasDate()) {
            throw errors.impossibleDate(fields[2], fields[3]);
        }
    }

    /**
     * Reads an expression.
     *
     * @param cron five fields, for example {@code 30 3 * * MON-FRI}
     * @return the expression
     * @throws dev.aloft.AloftException with a code from ALOFT-054 to ALOFT-064 if not every platform could run it
     */
    public static Cron parse(String cron) {
        CronErrors errors = new CronErrors(cron);
        String text = cron.strip();
        if (text.startsWith("@")) {
            throw errors.macro();
        }
        String[] fields = text.isEmpty() ? new String[0] : text.split("\\s+");
        if (fields.length != 5) {
            throw errors.fieldCount(fields.length);
        }
        return new Cron(errors, fields);
    }

    /**
     * Reads a time zone.
     *
     * @param name an IANA name, for example {@code Europe/Berlin}, or {@code UTC}
     * @return the zone
     * @throws dev.aloft.AloftException with code ALOFT-065 if there is none of that name
     */
    public static ZoneId zone(String name) {
        if (name.equals("UTC")) {
            return ZoneId.of(name); // the usual one needs no table of all zones, which takes long to read
        }
        if (!ZoneId.getAvailableZoneIds().contains(name) || name.startsWith("SystemV/")) {
            throw CronErrors.badZone(name);
        }
        return ZoneId.of(name);
    }

    /**
     * The first firing after a moment; from that one on it tells the one after that.
     *
     * <p>It fires when the clock on the wall shows one of its times. Where the clock is set forward, times that it leaves out do not
     * come that day: {@code 30 2 * * *} in Berlin fires on 28 and on 30 March 2026, not on the 29th. Where it is set back, times that
     * it shows twice come twice: {@code *}{@code /15 * * * *} and {@code 0,30 2 * * *} fire in both passes. Only a firing whose
     * repetition would be the last for two hours or more is not repeated, so that {@code 30 2 * * *} fires once, in the first pass.
     * Platforms have rules of their own for these hours; in UTC there are none.
     *
     * @param after the moment, mostly the firing before
     * @param zone whose clock counts
     * @return a whole minute; there always is one, for 29 February within eight years
     */
    public Instant next(Instant after, ZoneId zone) {
        ZonedDateTime last = after.atZone(zone).truncatedTo(ChronoUnit.MINUTES);
        ZonedDateTime next = match(last.plusMinutes(1));
        boolean setBack = next.getOffset().getTotalSeconds() < last.getOffset().getTotalSeconds();
        if (setBack && match(last).isEqual(last) && isSeldom(next)) {
            next = match(last.plusHours(1).plusMinutes(1));
        }
        return next.toInstant();
    }

    private boolean isSeldom(ZonedDateTime firing) {
        return Duration.between(firing, match(firing.plusMinutes(1))).compareTo(SELDOM) >= 0;
    }

    /** The first matching minute from this one on. */
    private ZonedDateTime match(ZonedDateTime from) {
        ZonedDateTime time = from;
        while (true) {
            if (!has(months, time.getMonthValue())) {
                time = time.toLocalDate().withDayOfMonth(1).plusMonths(1).atStartOfDay(time.getZone());
            } else if (!has(days, time.getDayOfMonth())
                    || !has(weekdays, time.getDayOfWeek().getValue() % 7)) {
                time = time.toLocalDate().plusDays(1).atStartOfDay(time.getZone());
            } else if (!has(hours, time.getHour())) {
                time = time.plusMinutes(60 - time.getMinute());
            } else if (!has(minutes, time.getMinute())) {
                time = time.plusMinutes(1);
            } else {
                return time;
            }
        }
    }

    private boolean hasDate() {
        for (int month = 1; month <= 12; month++) {
            if (has(months, month)
                    && Long.numberOfTrailingZeros(days) <= Month.of(month).maxLength()) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(long values, int value) {
        return (values >> value & 1) == 1;
    }

    /**
     * For EventBridge rules and EventBridge Scheduler: {@code cron(30 3 ? * MON-FRI *)}.
     *
     * @return minute, hour, day of month, month, day of week and year, with {@code ?} for the day that does not count
     * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html">cron-based schedules</a>
     */
    public String aws() {
        boolean everyWeekday = CronField.WEEKDAY.isAll(weekdays);
        return "cron(" + CronField.MINUTE.awsText(minutes) + " " + CronField.HOUR.awsText(hours) + " "
                + (everyWeekday ? CronField.DAY.awsText(days) : "?") + " " + CronField.MONTH.awsText(months) + " "
                + (everyWeekday ? "?" : CronField.WEEKDAY.awsText(weekdays)) + " *)";
    }

    /**
     * For Azure's timer trigger: {@code 0 30 3 * * 1-5}.
     *
     * @return second, minute, hour, day of month, month and day of week
     * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-timer#ncrontab-expressions">NCRONTAB</a>
     */
    public String azure() {
        return "0 " + google();
    }

    /**
     * For Cloud Scheduler, and everything else that reads a crontab: {@code 30 3 * * 1-5}.
     *
     * @return minute, hour, day of month, month and day of week
     * @see <a href="https://cloud.google.com/scheduler/docs/configuring/cron-job-schedules">unix-cron format</a>
     */
    public String google() {
        return CronField.MINUTE.text(minutes) + " " + CronField.HOUR.text(hours) + " " + CronField.DAY.text(days) + " "
                + CronField.MONTH.text(months) + " " + CronField.WEEKDAY.text(weekdays);
    }
}
