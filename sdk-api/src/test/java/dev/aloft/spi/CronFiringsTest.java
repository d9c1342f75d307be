package dev.aloft.spi;

import static org.assertj.core.api.Assertions.assertThat;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronConstraintsFactory;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The next firings, and those of what each platform is told, are those that cron-utils finds. */
class CronFiringsTest {
    private static final long SEED = 20_260_329;
    private static final int EXPRESSIONS = 1_000;
    private static final int FIRINGS = 8;
    private static final Instant EPOCH = Instant.parse("2024-01-01T00:00:00Z");
    private static final int DAYS = 6 * 365;

    /** Clocks that are set back or forward at 0, 1, 2, 3 and 24 o'clock, on both hemispheres, and two that never are. */
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Sydney",
            "Africa/Cairo",
            "America/Santiago",
            "America/Havana",
            "Asia/Beirut",
            "Atlantic/Azores",
            "Asia/Kolkata",
            "UTC");

    private static final CronParser UNIX = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    private static final CronParser AWS = new CronParser(CronDefinitionBuilder.defineCron()
            .withMinutes()
            .and()
            .withHours()
            .and()
            .withDayOfMonth()
            .supportsQuestionMark()
            .and()
            .withMonth()
            .and()
            .withDayOfWeek()
            .withValidRange(1, 7)
            .withMondayDoWValue(2)
            .supportsQuestionMark()
            .and()
            .withYear()
            .withValidRange(1970, 2199)
            .and()
            .withCronValidation(CronConstraintsFactory.ensureEitherDayOfWeekOrDayOfMonth())
            .instance());
    private static final CronParser AZURE = new CronParser(CronDefinitionBuilder.defineCron()
            .withSeconds()
            .and()
            .withMinutes()
            .and()
            .withHours()
            .and()
            .withDayOfMonth()
            .and()
            .withMonth()
            .and()
            .withDayOfWeek()
            .withValidRange(0, 6)
            .withMondayDoWValue(1)
            .and()
            .instance());

    @Test
    void equalThoseOfAnIndependentLibraryInEveryDialect() {
        Random random = new Random(SEED);
        RandomCron expressions = new RandomCron(random);
        int changes = 0;

        for (int i = 0; i < EXPRESSIONS; i++) {
            String text = expressions.next();
            Start start = start(random);
            Cron cron = Cron.parse(text);
            List<Instant> firings = firings(cron, start);

            String described = "seed " + SEED + ": " + text + " from " + start;
            String unix = text.replaceAll("(?i)SUN", "0"); // cron-utils refuses SUN-TUE
            assertThat(firings).as(described).isEqualTo(firings(reader(UNIX, unix), start));
            String aws = cron.aws().replaceAll("^cron\\((.*)\\)$", "$1");
            assertThat(firings).as(described + " as " + aws).isEqualTo(firings(reader(AWS, aws), start));
            String azure = cron.azure(); // Google is told the same without the second
            assertThat(firings).as(described + " as " + azure).isEqualTo(firings(reader(AZURE, azure), start));
            changes += start.crossesChange(firings) ? 1 : 0;
        }
        assertThat(changes).as("walks across a change of the clock").isGreaterThan(EXPRESSIONS / 3);
    }

    private static ExecutionTime reader(CronParser dialect, String text) {
        return ExecutionTime.forCron(dialect.parse(text));
    }

    /** One of four anywhere, the others within the two days before a change of the clock, if there is any. */
    private static Start start(Random random) {
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        Instant anywhere = EPOCH.plus(random.nextInt(DAYS * 24 * 60), ChronoUnit.MINUTES);
        ZoneOffsetTransition change = zone.getRules().nextTransition(anywhere);
        boolean near = random.nextInt(4) > 0 && change != null;
        return new Start(
                near ? change.getInstant().minus(random.nextInt(48 * 60), ChronoUnit.MINUTES) : anywhere, zone);
    }

    private static List<Instant> firings(Cron cron, Start start) {
        List<Instant> firings = new ArrayList<>();
        Instant last = start.instant;
        for (int i = 0; i < FIRINGS; i++) {
            last = cron.next(last, start.zone);
            firings.add(last);
        }
        return firings;
    }

    private static List<Instant> firings(ExecutionTime reader, Start start) {
        List<Instant> firings = new ArrayList<>();
        ZonedDateTime last = start.instant.atZone(start.zone);
        for (int i = 0; i < FIRINGS; i++) {
            last = next(reader, last);
            firings.add(last.toInstant());
        }
        return firings;
    }

    /**
     * Where the search jumps into a day on which the clock is set back, cron-utils 9.2.1 takes the day's first time by the clock that
     * the day ends with, and so misses the first pass. Asked again from the day's beginning, it finds it.
     */
    private static ZonedDateTime next(ExecutionTime reader, ZonedDateTime last) {
        ZonedDateTime next = reader.nextExecution(last).orElseThrow();
        ZonedDateTime day = next.toLocalDate().atStartOfDay(next.getZone());
        boolean setBack = day.getOffset().getTotalSeconds() > next.getOffset().getTotalSeconds();
        if (!setBack || !day.isAfter(last)) {
            return next;
        }
        return reader.isMatch(day) ? day : reader.nextExecution(day).orElseThrow();
    }

    private record Start(Instant instant, ZoneId zone) {
        boolean crossesChange(List<Instant> firings) {
            ZoneOffsetTransition change = zone.getRules().nextTransition(instant);
            return change != null && change.getInstant().isBefore(firings.get(FIRINGS - 1));
        }
    }
}
