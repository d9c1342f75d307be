package dev.aloft.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.ScheduleEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimerMapperTest {
    @BeforeEach
    void nothingYet() {
        Deliveries.clear();
    }

    @Test
    void occurrenceThatRunsIsTheNextOne() throws IOException {
        byte[] json = MessageWorker.resource("timer-trigger.json");

        ScheduleEvent firing = fire(new String(json, UTF_8));

        assertThat(firing.id()).isEqualTo("on-timer/2026-01-31T03:30:00Z");
        assertThat(firing.schedule()).isEqualTo("on-timer");
        assertThat(firing.scheduledAt()).contains(Instant.parse("2026-01-31T03:30:00Z"));
        assertThat(Duration.between(firing.firedAt(), Instant.now())).isLessThan(Duration.ofMinutes(1));
        assertThat(firing.isLate()).isTrue();
        assertThat(firing.attempt()).isEmpty();
        assertThat(firing.raw()).hasValue(json);
    }

    @Test
    void lateIsWhatTheHostCallsPastDue() {
        String now = Instant.now().toString();

        assertThat(fire(timer(now, false)).isLate()).isFalse();
        Deliveries.clear();
        assertThat(fire(timer(now, true)).isLate()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-29T03:30:00+02:00 | 2026-03-29T01:30:00Z",
                "2026-03-29T03:30:00 | 2026-03-29T03:30:00Z",
                "2026-03-29T03:30:00.1234567Z | 2026-03-29T03:30:00.123456700Z"
            })
    void timesHaveAZoneOrAreUtc(String next, Instant planned) {
        assertThat(fire(timer(next, false)).scheduledAt()).contains(planned);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"IsPastDue\":false}",
                "{\"ScheduleStatus\":null,\"IsPastDue\":false}",
                "{\"ScheduleStatus\":{},\"IsPastDue\":false}",
                "{\"ScheduleStatus\":{\"Next\":\"0001-01-01T00:00:00\"},\"IsPastDue\":false}",
                "{\"ScheduleStatus\":{\"Next\":null},\"IsPastDue\":false}",
                "{\"ScheduleStatus\":{\"Next\":\"soon\"},\"IsPastDue\":false}"
            })
    void withoutAnOccurrenceThePlannedTimeIsUnknown(String json) {
        ScheduleEvent firing = fire(json);

        assertThat(firing.scheduledAt()).isEmpty();
        assertThat(firing.id()).isEqualTo("on-timer/" + firing.firedAt());
    }

    @Test
    void occurrenceFarAheadIsNotTheOneThatRuns() {
        assertThat(fire(timer(Instant.now().plusSeconds(3600).toString(), false))
                        .scheduledAt())
                .isEmpty();
        Deliveries.clear();
        assertThat(fire(timer(Instant.now().plusSeconds(5).toString(), false)).scheduledAt())
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | it does not say whether it is past due",
                "{\"Schedule\":{}} | it does not say whether it is past due",
                "'' | The event cannot be read",
                "[] | The event cannot be read",
                "null | The event cannot be read",
                "\"x\" | The event cannot be read",
                "{\"IsPastDue\":\"no\"} | The event cannot be read",
                "{\"IsPastDue\":false,\"ScheduleStatus\":[]} | The event cannot be read",
                "{\"IsPastDue\":false} x | The event cannot be read"
            })
    void whatIsNoTimerFails(String json, String reason) {
        assertThatThrownBy(() -> fire(json))
                .hasMessageStartingWith(
                        "ALOFT-251 What came through AzureEntryPoint.timer is no firing of a timer: " + reason)
                .hasMessageEndingWith(
                        ". The function.json must be the one that the annotation processor writes; if Azure has"
                                + " changed what its timer says, use a version of Aloft that knows it.");
        assertThat(Deliveries.FIRINGS).isEmpty();
    }

    @Test
    void attemptIsTheOneOfTheRetryPolicy() {
        AzureEntryPoint.timer(timer(Instant.now().toString(), false), new MessageWorker("on-timer").withRetry(2));

        assertThat(Deliveries.FIRINGS.get(0).attempt()).hasValue(3);
    }

    @Test
    void nothingAtAllFails() {
        assertThatThrownBy(() -> AzureEntryPoint.timer(null, new MessageWorker("on-timer")))
                .hasMessageStartingWith("ALOFT-221 The Azure worker handed over no timer.");
    }

    private static String timer(String next, boolean late) {
        return "{\"Schedule\":{\"AdjustForDST\":true},\"ScheduleStatus\":{\"Last\":\"0001-01-01T00:00:00\",\"Next\":\""
                + next + "\",\"LastUpdated\":\"0001-01-01T00:00:00\"},\"IsPastDue\":" + late + "}";
    }

    private static ScheduleEvent fire(String json) {
        AzureEntryPoint.timer(json, new MessageWorker("on-timer"));
        assertThat(Deliveries.FIRINGS).hasSize(1);
        return Deliveries.FIRINGS.get(0);
    }
}
