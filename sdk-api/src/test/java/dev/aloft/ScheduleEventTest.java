package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleEventTest {
    private static final Instant PLANNED = Instant.parse("2026-03-29T03:00:00Z");

    @Test
    void everythingIsReachable() {
        ScheduleEvent event = full().build();

        assertThat(event.id()).isEqualTo("e-1");
        assertThat(event.schedule()).isEqualTo("clean-up");
        assertThat(event.scheduledAt()).contains(PLANNED);
        assertThat(event.firedAt()).isEqualTo(PLANNED.plusSeconds(2));
        assertThat(event.isLate()).isTrue();
        assertThat(event.attempt()).hasValue(2);
        assertThat(event.raw()).contains(new byte[] {1});
    }

    @Test
    void whatIsNotToldIsEmpty() {
        ScheduleEvent event = ScheduleEvent.builder("clean-up", PLANNED).build();

        assertThat(event.scheduledAt()).isEmpty();
        assertThat(event.isLate()).isFalse();
        assertThat(event.attempt()).isEmpty();
        assertThat(event.raw()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void withoutAnIdItIsMadeOfNameAndPlannedTime(String id) {
        ScheduleEvent.Builder builder =
                ScheduleEvent.builder("clean-up", PLANNED.plusMillis(7)).id(id);

        assertThat(builder.build().id()).isEqualTo("clean-up/2026-03-29T03:00:00.007Z");
        assertThat(builder.scheduledAt(PLANNED).build().id()).isEqualTo("clean-up/2026-03-29T03:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "59999, false", "60000, false", "60001, true", "-1, false"})
    void moreThanAMinuteIsLate(long millis, boolean late) {
        ScheduleEvent event = ScheduleEvent.builder("clean-up", PLANNED.plusMillis(millis))
                .scheduledAt(PLANNED)
                .build();

        assertThat(event.isLate()).isEqualTo(late);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void attemptBelowOneIsUnknown(int attempt) {
        assertThat(full().attempt(attempt).build().attempt()).isEmpty();
        assertThat(full().attempt(attempt).build()).isEqualTo(full().attempt(0).build());
    }

    @Test
    void builderAndNativeFormCanBeChangedWithoutTheEvent() {
        ScheduleEvent.Builder builder = full();
        ScheduleEvent event = builder.build();

        builder.attempt(7);
        event.raw().orElseThrow()[0] = 9;

        assertThat(event.attempt()).hasValue(2);
        assertThat(event.raw()).contains(new byte[] {1});
    }

    @Test
    void equalityIsOfEverythingButTheNativeForm() {
        ScheduleEvent event = full().build();

        assertThat(event).isEqualTo(full().raw(null).build()).hasSameHashCodeAs(full().build());
        assertThat(event).isNotEqualTo("e-1");
        assertThat(ScheduleEvent.builder("a", PLANNED).id("1").build())
                .isNotEqualTo(ScheduleEvent.builder("b", PLANNED).id("1").build())
                .isNotEqualTo(ScheduleEvent.builder("a", Instant.EPOCH).id("1").build());
        for (UnaryOperator<ScheduleEvent.Builder> change : changes()) {
            assertThat(change.apply(full()).build()).isNotEqualTo(event);
        }
    }

    private static List<UnaryOperator<ScheduleEvent.Builder>> changes() {
        return List.of(
                builder -> builder.id("e-2"),
                builder -> builder.scheduledAt(null),
                builder -> builder.late(false),
                builder -> builder.attempt(3));
    }

    @Test
    void textIsTheId() {
        assertThat(full().id(null).build()).hasToString("ScheduleEvent[clean-up/2026-03-29T03:00:00Z]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void blankNameIsRefused(String schedule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScheduleEvent.builder(schedule, PLANNED))
                .withMessage("ALOFT-413 A schedule event has the name of its schedule; it is blank.");
    }

    private static ScheduleEvent.Builder full() {
        return ScheduleEvent.builder("clean-up", PLANNED.plusSeconds(2))
                .id("e-1")
                .scheduledAt(PLANNED)
                .late(true)
                .attempt(2)
                .raw(new byte[] {1});
    }
}
