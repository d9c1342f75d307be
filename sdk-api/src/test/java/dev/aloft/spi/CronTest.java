package dev.aloft.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The portable form, its dialects and its firings, apart from what {@link CronFiringsTest} compares. */
class CronTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * * * * *             | cron(* * * * ? *)                 | 0 * * * * *
            30 3 * * *            | cron(30 3 * * ? *)                | 0 30 3 * * *
            30 3 * * MON-FRI      | cron(30 3 ? * MON-FRI *)          | 0 30 3 * * 1-5
            05 03 1 jan *         | cron(5 3 1 1 ? *)                 | 0 5 3 1 1 *
            */15 */6 */2 */5 *    | cron(0/15 0/6 1/2 1/5 ? *)        | 0 */15 */6 */2 */5 *
            */40 */12 * * *       | cron(0,40 0,12 * * ? *)           | 0 0,40 0,12 * * *
            10-50/20,50 0-2 * * * | cron(10,30,50 0-2 * * ? *)        | 0 10,30,50 0-2 * * *
            1,0,2,59,58 9,8 * * * | cron(0-2,58,59 8,9 * * ? *)       | 0 0-2,58,59 8,9 * * *
            0 0 * * 0             | cron(0 0 ? * SUN *)               | 0 0 0 * * 0
            0 0 * * 7             | cron(0 0 ? * SUN *)               | 0 0 0 * * 0
            0 0 * * 5-7           | cron(0 0 ? * SUN,FRI,SAT *)       | 0 0 0 * * 0,5,6
            0 0 * * fri-Sun       | cron(0 0 ? * SUN,FRI,SAT *)       | 0 0 0 * * 0,5,6
            0 0 * * SUN-TUE       | cron(0 0 ? * SUN-TUE *)           | 0 0 0 * * 0-2
            0 0 * * */2           | cron(0 0 ? * SUN,TUE,THU,SAT *)   | 0 0 0 * * 0,2,4,6
            0 0 * * 0-7           | cron(0 0 * * ? *)                 | 0 0 0 * * *
            0 0 1-31 1-12 *       | cron(0 0 * * ? *)                 | 0 0 0 * * *
            0 0 29 FEB *          | cron(0 0 29 2 ? *)                | 0 0 0 29 2 *
            '  0	0 31 2,3 *  ' | cron(0 0 31 2,3 ? *)              | 0 0 0 31 2,3 *
            """)
    void everyDialectSaysTheSame(String text, String aws, String azure) {
        Cron cron = Cron.parse(text);

        assertThat(cron.aws()).isEqualTo(aws);
        assertThat(cron.azure()).isEqualTo(azure);
        assertThat("0 " + cron.google()).isEqualTo(azure);
        assertThat(Cron.parse(cron.google()).google()).isEqualTo(cron.google());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~             | ALOFT-054 The cron expression "" has 0 fields. Allowed: five, for minute, hour, day of month, month and day of week, for example 30 3 * * MON-FRI; not every platform has seconds or years, so leave them out.
            daily          | ALOFT-054 The cron expression "daily" has 1 field. Allowed: five, for minute, hour, day of month, month and day of week, for example 30 3 * * MON-FRI; not every platform has seconds or years, so leave them out.
            0 30 3 * * *   | ALOFT-054 The cron expression "0 30 3 * * *" has 6 fields. Allowed: five, for minute, hour, day of month, month and day of week, for example 30 3 * * MON-FRI; not every platform has seconds or years, so leave them out.
            @daily         | ALOFT-055 The cron expression "@daily" is a macro, which not every platform has. Write the five fields, for example 0 * * * * for @hourly, 0 0 * * * for @daily or 0 0 * * 0 for @weekly.
            0 3 ? * MON    | ALOFT-056 The cron expression "0 3 ? * MON" has ? as day of month, which only some platforms read. Write *; where a platform asks for ? the translation has it.
            0 3 L * *      | ALOFT-057 The cron expression "0 3 L * *" has L as day of month; L, W and # are not read by every platform. Let it run on each day that may be meant, and let the function decide by the date.
            0 3 15W * *    | ALOFT-057 The cron expression "0 3 15W * *" has 15W as day of month; L, W and # are not read by every platform. Let it run on each day that may be meant, and let the function decide by the date.
            0 3 L-3 * *    | ALOFT-057 The cron expression "0 3 L-3 * *" has L as day of month; L, W and # are not read by every platform. Let it run on each day that may be meant, and let the function decide by the date.
            0 3 * * 5l     | ALOFT-057 The cron expression "0 3 * * 5l" has 5l as day of week; L, W and # are not read by every platform. Let it run on each day that may be meant, and let the function decide by the date.
            0 3 * * FRI#2  | ALOFT-057 The cron expression "0 3 * * FRI#2" has FRI#2 as day of week; L, W and # are not read by every platform. Let it run on each day that may be meant, and let the function decide by the date.
            0 3 1 * MON    | ALOFT-058 The cron expression "0 3 1 * MON" restricts the day of month (1) and the day of week (MON). Some platforms then run when both match, others when one of them does. Write * for one of them, and let the function check it.
            5/15 3 * * *   | ALOFT-059 The cron expression "5/15 3 * * *" has 5/15 as minute, a step on a single number, which platforms read differently. Write a range, for example 5-59/15.
            0 3 * * TUE/2  | ALOFT-059 The cron expression "0 3 * * TUE/2" has TUE/2 as day of week, a step on a single number, which platforms read differently. Write a range, for example TUE-6/2.
            0 22-2 * * *   | ALOFT-060 The cron expression "0 22-2 * * *" has the range 22-2 as hour, which ends before it begins. Write 22-23,0-2.
            0 3 * * FRI-0  | ALOFT-060 The cron expression "0 3 * * FRI-0" has the range FRI-0 as day of week, which ends before it begins. Write 5-6,0-0.
            60 3 * * *     | ALOFT-061 The cron expression "60 3 * * *" has 60 as minute. Allowed: 0 to 59.
            0 24 * * *     | ALOFT-061 The cron expression "0 24 * * *" has 24 as hour. Allowed: 0 to 23.
            0 3 0 * *      | ALOFT-061 The cron expression "0 3 0 * *" has 0 as day of month. Allowed: 1 to 31.
            0 3 * 13 *     | ALOFT-061 The cron expression "0 3 * 13 *" has 13 as month. Allowed: 1 to 12 or JAN to DEC.
            0 3 * * 8      | ALOFT-061 The cron expression "0 3 * * 8" has 8 as day of week. Allowed: 0 to 7 or SUN to SAT.
            0 4294967296 * * * | ALOFT-061 The cron expression "0 4294967296 * * *" has 4294967296 as hour. Allowed: 0 to 23.
            */0 3 * * *    | ALOFT-061 The cron expression "*/0 3 * * *" has the step 0 as minute. Allowed: 1 to 59.
            0 */24 * * *   | ALOFT-061 The cron expression "0 */24 * * *" has the step 24 as hour. Allowed: 1 to 23.
            0 3 * JANUARY * | ALOFT-062 The cron expression "0 3 * JANUARY *" has "JANUARY" as month, which is neither number nor name. Allowed: 1 to 12 or JAN to DEC.
            0 3 * APRIL *  | ALOFT-062 The cron expression "0 3 * APRIL *" has "APRIL" as month, which is neither number nor name. Allowed: 1 to 12 or JAN to DEC.
            0 3 * * UNM    | ALOFT-062 The cron expression "0 3 * * UNM" has "UNM" as day of week, which is neither number nor name. Allowed: 0 to 7 or SUN to SAT.
            0 3 MON * *    | ALOFT-062 The cron expression "0 3 MON * *" has "MON" as day of month, which is neither number nor name. Allowed: 1 to 31.
            +5 3 * * *     | ALOFT-062 The cron expression "+5 3 * * *" has "+5" as minute, which is neither number nor name. Allowed: 0 to 59.
            *-5 3 * * *    | ALOFT-062 The cron expression "*-5 3 * * *" has "*" as minute, which is neither number nor name. Allowed: 0 to 59.
            1-2-3 3 * * *  | ALOFT-062 The cron expression "1-2-3 3 * * *" has "2-3" as minute, which is neither number nor name. Allowed: 0 to 59.
            */2/3 3 * * *  | ALOFT-062 The cron expression "*/2/3 3 * * *" has "2/3" as minute, which is neither number nor name. Allowed: 1 to 59.
            1,,2 3 * * *   | ALOFT-063 The cron expression "1,,2 3 * * *" has "1,,2" as minute, where something is missing at a comma, hyphen or slash. Complete it, or take the sign out.
            1, 3 * * *     | ALOFT-063 The cron expression "1, 3 * * *" has "1," as minute, where something is missing at a comma, hyphen or slash. Complete it, or take the sign out.
            -5 3 * * *     | ALOFT-063 The cron expression "-5 3 * * *" has "-5" as minute, where something is missing at a comma, hyphen or slash. Complete it, or take the sign out.
            5- 3 * * *     | ALOFT-063 The cron expression "5- 3 * * *" has "5-" as minute, where something is missing at a comma, hyphen or slash. Complete it, or take the sign out.
            */ 3 * * *     | ALOFT-063 The cron expression "*/ 3 * * *" has "*/" as minute, where something is missing at a comma, hyphen or slash. Complete it, or take the sign out.
            0 3 30 FEB *   | ALOFT-064 The cron expression "0 3 30 FEB *" never runs, since no month of FEB has a day of 30. Change one of them.
            0 3 31 2,4,6,9,11 * | ALOFT-064 The cron expression "0 3 31 2,4,6,9,11 *" never runs, since no month of 2,4,6,9,11 has a day of 31. Change one of them.
            """)
    void whatIsNotPortableIsRefused(String cron, String message) {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> Cron.parse(cron))
                .withMessage(message)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(AloftException.Kind.CONFIGURATION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Etc/UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires"})
    void zonesAreThoseOfIana(String name) {
        assertThat(Cron.zone(name)).isEqualTo(ZoneId.of(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PST",
                "+02:00",
                "UTC+1",
                "europe/berlin",
                "Berlin",
                "SystemV/PST8",
                "W. Europe Standard Time"
            })
    void otherZonesAreRefused(String name) {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> Cron.zone(name))
                .withMessage("ALOFT-065 The time zone \"" + name
                        + "\" is not known. Allowed: UTC, and IANA names like Europe/Berlin, in this very case.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30 3 * * *    | 2026-01-31T03:29:59.9Z | 2026-01-31T03:30:00Z
            30 3 * * *    | 2026-01-31T03:30:00Z   | 2026-02-01T03:30:00Z
            30 3 * * *    | 2026-01-31T03:30:29Z   | 2026-02-01T03:30:00Z
            0 0 31 * *    | 2026-01-31T00:00:00Z   | 2026-03-31T00:00:00Z
            0 0 29 2 *    | 2096-02-29T00:00:00Z   | 2104-02-29T00:00:00Z
            59 23 31 12 * | 2026-12-31T23:59:00Z   | 2027-12-31T23:59:00Z
            0 0 * * SUN   | 2026-03-27T12:00:00Z   | 2026-03-29T00:00:00Z
            0 0 * 2 7     | 2026-02-22T00:00:00Z   | 2027-02-07T00:00:00Z
            """)
    void theNextFiringIsAlwaysLater(String cron, Instant after, Instant next) {
        assertThat(Cron.parse(cron).next(after, ZoneId.of("UTC"))).isEqualTo(next);
    }

    /** In Berlin the clock goes from 2 to 3 o'clock on 29 March, on Lord Howe Island by half an hour on 4 October. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30 2 * * *      | Europe/Berlin       | 2026-03-28T12:00+01:00 | 2026-03-30T02:30+02:00 2026-03-31T02:30+02:00
            30 2,3 * * *    | Europe/Berlin       | 2026-03-28T12:00+01:00 | 2026-03-29T03:30+02:00 2026-03-30T02:30+02:00
            30 * * * *      | Europe/Berlin       | 2026-03-29T01:00+01:00 | 2026-03-29T01:30+01:00 2026-03-29T03:30+02:00
            30 2 29 3 *     | Europe/Berlin       | 2025-03-29T12:00+01:00 | 2027-03-29T02:30+02:00
            0 0 * * *       | Africa/Cairo        | 2026-04-23T12:00+02:00 | 2026-04-25T00:00+03:00
            10,35 2 * * *   | Australia/Lord_Howe | 2026-10-03T12:00+10:30 | 2026-10-04T02:35+11:00 2026-10-05T02:10+11:00
            """)
    void whatTheClockLeavesOutDoesNotFire(String cron, String zone, String after, String firings) {
        assertThat(firings(cron, zone, after, firings)).isEqualTo(firings);
    }

    /** In Berlin the clock goes from 3 back to 2 o'clock on 25 October, on Lord Howe Island by half an hour on 5 April. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30 2 * * *      | Europe/Berlin       | 2026-10-24T12:00+02:00 | 2026-10-25T02:30+02:00 2026-10-26T02:30+01:00
            30 2 * * SUN    | Europe/Berlin       | 2026-10-24T12:00+02:00 | 2026-10-25T02:30+02:00 2026-11-01T02:30+01:00
            30 1,2 * * *    | Europe/Berlin       | 2026-10-25T01:00+02:00 | 2026-10-25T01:30+02:00 2026-10-25T02:30+02:00 2026-10-26T01:30+01:00
            30 2,4 * * *    | Europe/Berlin       | 2026-10-25T01:00+02:00 | 2026-10-25T02:30+02:00 2026-10-25T04:30+01:00
            30 2,3 * * *    | Europe/Berlin       | 2026-10-25T01:00+02:00 | 2026-10-25T02:30+02:00 2026-10-25T02:30+01:00 2026-10-25T03:30+01:00
            0,30 2 * * *    | Europe/Berlin       | 2026-10-25T01:00+02:00 | 2026-10-25T02:00+02:00 2026-10-25T02:30+02:00 2026-10-25T02:00+01:00 2026-10-25T02:30+01:00 2026-10-26T02:00+01:00
            0 * * * *       | Europe/Berlin       | 2026-10-25T01:00+02:00 | 2026-10-25T02:00+02:00 2026-10-25T02:00+01:00 2026-10-25T03:00+01:00
            0 12 * * *      | Europe/Berlin       | 2026-10-24T12:00+02:00 | 2026-10-25T12:00+01:00 2026-10-26T12:00+01:00
            45 1 * * *      | Australia/Lord_Howe | 2026-04-04T12:00+11:00 | 2026-04-05T01:45+11:00 2026-04-06T01:45+10:30
            15,45 1 * * *   | Australia/Lord_Howe | 2026-04-05T01:15+11:00 | 2026-04-05T01:45+11:00 2026-04-06T01:15+10:30
            */20 1 * * *    | Australia/Lord_Howe | 2026-04-05T01:20+11:00 | 2026-04-05T01:40+11:00 2026-04-06T01:00+10:30
            30 0 * * *      | America/Havana      | 2026-10-31T12:00-04:00 | 2026-11-01T00:30-04:00 2026-11-02T00:30-05:00
            """)
    void whatTheClockShowsTwiceFiresTwiceUnlessItIsSeldom(String cron, String zone, String after, String firings) {
        assertThat(firings(cron, zone, after, firings)).isEqualTo(firings);
    }

    /** A process that starts between the two passes has missed the first. */
    @Test
    void fromBetweenThePassesTheSecondFires() {
        Instant next = Cron.parse("30 2 * * *").next(Instant.parse("2026-10-25T00:31:00Z"), ZoneId.of("Europe/Berlin"));

        assertThat(next).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    /** As many firings as the expected text has. */
    private static String firings(String cron, String zone, String after, String expected) {
        List<String> firings = new ArrayList<>();
        Instant last = ZonedDateTime.parse(after).toInstant();
        while (firings.size() < expected.split(" ").length) {
            last = Cron.parse(cron).next(last, ZoneId.of(zone));
            firings.add(last.atZone(ZoneId.of(zone)).toOffsetDateTime().toString());
        }
        return String.join(" ", firings);
    }
}
