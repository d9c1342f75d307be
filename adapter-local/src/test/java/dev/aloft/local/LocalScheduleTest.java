package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import dev.aloft.Functions;
import dev.aloft.RetryLater;
import dev.aloft.ScheduleEvent;
import dev.aloft.ScheduleHandler;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import dev.aloft.spi.ScheduleBinding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LocalScheduleTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<ScheduleEvent> seen = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final LocalFunctions functions = functions("0 3 * * *");

    private LocalFunctions functions(String cron) {
        return Calm.of(Functions.builder()
                .schedule("clean-up", cron, (event, context) -> seen.add(event))
                .build());
    }

    /** A schedule in a zone, which the hand-built registry does not have. */
    private record Zoned(String cron, String zone, ScheduleHandler handler) implements FunctionIndex {
        @Override
        public List<FunctionDefinition> functions() {
            return List.of(new FunctionDefinition("clean-up", new ScheduleBinding(cron, zone)));
        }

        @Override
        public Object handler(String functionName, @Nullable HandlerFactory factory) {
            return handler;
        }
    }

    private List<Instant> planned() {
        return seen.stream().map(event -> event.scheduledAt().orElseThrow()).toList();
    }

    @Test
    void itFiresWhenItIsAsked() {
        String id = functions.schedule("clean-up").fire();

        assertThat(functions.schedule("clean-up").waiting()).isEqualTo(1);
        functions.deliverAll();

        ScheduleEvent event = seen.get(0);
        assertThat(event.id()).isEqualTo(id).isEqualTo("clean-up/2026-01-01T00:00:00Z/1");
        assertThat(event.schedule()).isEqualTo("clean-up");
        assertThat(event.scheduledAt()).contains(START);
        assertThat(event.firedAt()).isEqualTo(START);
        assertThat(event.isLate()).isFalse();
        assertThat(event.attempt()).hasValue(1);
    }

    @Test
    void eachFiringThatIsAskedForIsItsOwnButThoseOfOneTimeAreOne() {
        LocalSchedule schedule = functions.schedule("clean-up");

        assertThat(schedule.fire()).isNotEqualTo(schedule.fire());
        assertThat(schedule.fire(START)).isEqualTo(schedule.fire(START)).isEqualTo("clean-up/2026-01-01T00:00:00Z");
        functions.deliverAll();
        assertThat(seen).hasSize(4);
    }

    @Test
    void aFiringThatWasPlannedLongAgoIsLate() {
        functions.schedule("clean-up").fire(START.minusSeconds(61));
        functions.deliverAll();

        assertThat(seen.get(0).isLate()).isTrue();
        assertThat(seen.get(0).firedAt()).isEqualTo(START);
    }

    @Test
    void timeThatGoesOnLetsItFire() {
        functions.advance(Duration.ofHours(2));
        assertThat(seen).isEmpty();

        functions.advance(Duration.ofHours(1));
        assertThat(planned()).containsExactly(Instant.parse("2026-01-01T03:00:00Z"));
        assertThat(seen.get(0).firedAt()).isEqualTo(Instant.parse("2026-01-01T03:00:00Z"));
        assertThat(seen.get(0).id()).isEqualTo("clean-up/2026-01-01T03:00:00Z");

        functions.advance(Duration.ofDays(2));
        assertThat(planned())
                .hasSize(3)
                .endsWith(Instant.parse("2026-01-02T03:00:00Z"), Instant.parse("2026-01-03T03:00:00Z"));
        assertThat(functions.now()).isEqualTo(Instant.parse("2026-01-03T03:00:00Z"));
    }

    @Test
    void itGoesByTheClockOfItsZone() {
        Zoned index = new Zoned("30 2 * * *", "Europe/Berlin", (event, context) -> seen.add(event));

        Calm.of(index).startingAt(Instant.parse("2026-03-28T00:00:00Z")).advance(Duration.ofDays(3));
        assertThat(planned())
                .containsExactly(Instant.parse("2026-03-28T01:30:00Z"), Instant.parse("2026-03-30T00:30:00Z"));

        seen.clear();
        LocalFunctions autumn = Calm.of(index).startingAt(Instant.parse("2026-10-25T00:00:00Z"));
        for (int i = 0; i < 36; i++) {
            autumn.advance(Duration.ofMinutes(10));
        }
        assertThat(planned()).containsExactly(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void schedulesAndRetriesComeInTheOrderOfTime() {
        LocalFunctions both = Calm.of(Functions.builder()
                .schedule("even", "*/2 * * * *", (event, context) -> calls.add("even " + event.firedAt()))
                .schedule("each", "* * * * *", (event, context) -> calls.add("each " + event.firedAt()))
                .queue("ship", "orders", String.class, (message, context) -> {
                    calls.add("ship " + message.attempt().orElseThrow());
                    if (message.attempt().orElseThrow() == 1) {
                        throw new RetryLater(Duration.ofSeconds(90), "closed");
                    }
                })
                .build());

        both.queue("orders").send("a");
        both.advance(Duration.ofMinutes(2));

        assertThat(calls)
                .containsExactly(
                        "ship 1",
                        "each 2026-01-01T00:01:00Z",
                        "ship 2",
                        "even 2026-01-01T00:02:00Z",
                        "each 2026-01-01T00:02:00Z");
    }

    @Test
    void aFailedFiringComesAgainWithTheSameIdentity() {
        LocalFunctions failing = Calm.of(Functions.builder()
                .schedule("clean-up", "0 * * * *", (event, context) -> {
                    seen.add(event);
                    throw new Busy("busy");
                })
                .build());

        failing.advance(Duration.ofMinutes(61));

        assertThat(seen).extracting(ScheduleEvent::id).hasSize(5).containsOnly("clean-up/2026-01-01T01:00:00Z");
        assertThat(seen).extracting(event -> event.attempt().orElseThrow()).containsExactly(1, 2, 3, 4, 5);
        assertThat(seen.get(1).firedAt()).isEqualTo(Instant.parse("2026-01-01T01:00:01Z"));
        DeadEvent<ScheduleEvent> dead =
                failing.schedule("clean-up").deadLetters().get(0);
        assertThat(dead.event().scheduledAt()).contains(Instant.parse("2026-01-01T01:00:00Z"));
        assertThat(dead.attempts()).isEqualTo(5);
    }

    @Test
    void deliveringAllLeavesOutWhatItPasses() {
        LocalFunctions failing = Calm.of(Functions.builder()
                .schedule("clean-up", "* * * * *", (event, context) -> seen.add(event))
                .queue("ship", "orders", String.class, (message, context) -> {
                    throw new RetryLater(Duration.ofMinutes(1), "closed");
                })
                .build());

        failing.queue("orders").send("a");
        failing.deliverAll();
        assertThat(seen).isEmpty();
        assertThat(failing.now()).isEqualTo(START.plusSeconds(240));

        failing.advance(Duration.ofMinutes(1));
        assertThat(planned()).containsExactly(START.plusSeconds(240), START.plusSeconds(300));
    }

    @Test
    void whatCameWhileTheMachineSleptComesOnceAndLate() {
        LocalFunctions hourly = functions("0 * * * *");
        Timetable timetable = hourly.sources().timetable();
        timetable.runByClock();

        hourly.sources().platform().goLive(false);
        Instant asleep = hourly.now();
        hourly.sources()
                .platform()
                .engine()
                .reach(Duration.between(START, asleep).toMillis() + 5 * 3_600_000);
        timetable.tick();
        timetable.tick();
        hourly.deliverAll();

        assertThat(seen).hasSize(1);
        assertThat(planned().get(0)).isBetween(asleep, asleep.plusSeconds(3_600));
        assertThat(seen.get(0).isLate()).isTrue();
        assertThat(Instant.ofEpochMilli(timetable.next())).isAfter(hourly.now());
    }

    @Test
    void timeDoesNotGoBack() {
        assertThatThrownBy(() -> functions.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(AloftException.class)
                .hasMessage("ALOFT-134 Time goes on and never back. Give advance a duration that is not negative.");
    }

    @Test
    void anUnknownScheduleIsRefused() {
        assertThatThrownBy(() -> functions.schedule("cleanup"))
                .hasMessageStartingWith("ALOFT-123 There is no schedule named cleanup. Declared: [schedule clean-up].");
    }
}
