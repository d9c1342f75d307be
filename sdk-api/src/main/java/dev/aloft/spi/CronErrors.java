package dev.aloft.spi;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;

/** What can be wrong with a cron expression; the annotation processor reports the same texts at the annotation. */
record CronErrors(String cron) {
    AloftException fieldCount(int count) {
        return error(
                "ALOFT-054",
                "has " + count + (count == 1 ? " field" : " fields")
                        + ". Allowed: five, for minute, hour, day of month, month and day of week,"
                        + " for example 30 3 * * MON-FRI; not every platform has seconds or years, so leave them out.");
    }

    AloftException macro() {
        return error(
                "ALOFT-055",
                "is a macro, which not every platform has. Write the five fields, for example 0 * * * * for @hourly, 0 0 * * *"
                        + " for @daily or 0 0 * * 0 for @weekly.");
    }

    AloftException questionMark(CronField field) {
        return error(
                "ALOFT-056",
                "has ? as " + field
                        + ", which only some platforms read. Write *; where a platform asks for ? the translation"
                        + " has it.");
    }

    AloftException special(CronField field, String text) {
        return error(
                "ALOFT-057",
                "has " + text + " as " + field
                        + "; L, W and # are not read by every platform. Let it run on each day that may be meant, and let the"
                        + " function decide by the date.");
    }

    AloftException bothDays(String day, String weekday) {
        return error(
                "ALOFT-058",
                "restricts the day of month (" + day + ") and the day of week (" + weekday
                        + "). Some platforms then run when both match, others when one of them does. Write * for one of them, and"
                        + " let the function check it.");
    }

    AloftException stepOnNumber(CronField field, String item, String instead) {
        return error(
                "ALOFT-059",
                "has " + item + " as " + field
                        + ", a step on a single number, which platforms read differently. Write a range, for example "
                        + instead
                        + ".");
    }

    AloftException reversed(CronField field, String range, String instead) {
        return error(
                "ALOFT-060",
                "has the range " + range + " as " + field + ", which ends before it begins. Write " + instead + ".");
    }

    AloftException outOfRange(CronField field, String value, String allowed) {
        return error("ALOFT-061", "has " + value + " as " + field + ". Allowed: " + allowed + ".");
    }

    AloftException unknown(CronField field, String text, String allowed) {
        return error(
                "ALOFT-062",
                "has \"" + text + "\" as " + field + ", which is neither number nor name. Allowed: " + allowed + ".");
    }

    AloftException emptyItem(CronField field, String text) {
        return error(
                "ALOFT-063",
                "has \"" + text + "\" as " + field
                        + ", where something is missing at a comma, hyphen or slash. Complete it, or take the sign out.");
    }

    AloftException impossibleDate(String day, String month) {
        return error(
                "ALOFT-064",
                "never runs, since no month of " + month + " has a day of " + day + ". Change one of them.");
    }

    static AloftException badZone(String zone) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-065",
                "The time zone \"" + zone
                        + "\" is not known. Allowed: UTC, and IANA names like Europe/Berlin, in this very case.");
    }

    private AloftException error(String code, String problem) {
        return new AloftException(Kind.CONFIGURATION, code, "The cron expression \"" + cron + "\" " + problem);
    }
}
