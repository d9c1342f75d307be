package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.aloft.Functions;
import dev.aloft.ScheduleEvent;
import dev.aloft.runtime.FunctionRuntime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleMapperTest {
    private static ScheduleEvent read(String event) {
        MessageFunctions function = MessageFunctions.schedule();
        assertThat(function.handle(event)).isEqualTo("null");
        assertThat(function.firings).hasSize(1);
        return function.firings.get(0);
    }

    @Test
    void everyFieldOfARuleIsRead() {
        Instant before = Instant.now();

        ScheduleEvent event = read(Samples.text("cloudwatch-scheduled-event"));

        assertThat(event.id()).isEqualTo("cdc73f9d-aea9-11e3-9d5a-835b769c0d9c");
        assertThat(event.schedule()).isEqualTo("nightly");
        assertThat(event.scheduledAt()).contains(Instant.EPOCH);
        assertThat(event.firedAt()).isBetween(before, Instant.now());
        assertThat(event.isLate()).isTrue();
        assertThat(event.attempt()).isEmpty();
        assertThat(event.raw()).contains(Samples.bytes("cloudwatch-scheduled-event"));
    }

    @Test
    void everyFieldOfAScheduleIsRead() {
        ScheduleEvent event = read(Samples.text("eventbridge-scheduler"));

        assertThat(event.id()).isEqualTo("53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa");
        assertThat(event.schedule()).isEqualTo("nightly");
        assertThat(event.scheduledAt()).contains(Instant.parse("2026-07-10T16:53:06Z"));
    }

    @Test
    void whatComesInTimeIsNotLate() {
        String event = Samples.text("eventbridge-scheduler")
                .replace("2026-07-10T16:53:06Z", Instant.now().minusSeconds(5).toString());

        assertThat(read(event).isLate()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "7", "\"soon\"", "[]"})
    void withoutTimeItIsNotKnownWhenItWasPlanned(String time) {
        ScheduleEvent event = read(Samples.text("eventbridge-scheduler").replace("\"2026-07-10T16:53:06Z\"", time));

        assertThat(event.scheduledAt()).isEmpty();
        assertThat(event.isLate()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'resources': [|'x': [|no resources",
                "'resources': [|'resources': [7], 'x': [|no resources",
                "schedule/default/nightly|schedule/default/|no resources with the schedule's name",
                "'id': '|'id': ' ', 'x': '|no id",
                "'source': '|'source': ' ', 'x': '|no source"
            })
    void firingWithoutIdentityFails(String good, String bad, String missing) {
        String event = Samples.text("eventbridge-scheduler").replace(good.replace('\'', '"'), bad.replace('\'', '"'));
        MessageFunctions function = MessageFunctions.schedule();

        assertThat(function.failure(event)).hasMessageContaining(missing);
        assertThat(function.firings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"order\":\"o-1\"}", "{\"schedule\":{\"id\":1}}"})
    void inputOfItsOwnIsRefused(String input) {
        MessageFunctions function = MessageFunctions.schedule();

        assertThat(function.failure(input))
                .hasMessageStartingWith(
                        "ALOFT-243 A schedule's function expects the event that EventBridge writes for a rule or"
                                + " schedule, but got an event of no known source with the fields [")
                .hasMessageEndingWith(
                        "]. If it is the input of a schedule of its own, remove that input; what the function needs"
                                + " belongs into its settings. To keep an input, write it as such an event: id <aws.scheduler.execution-id>,"
                                + " detail-type Scheduled Event, source aws.scheduler, time <aws.scheduler.scheduled-time>, resources with"
                                + " <aws.scheduler.schedule-arn>, detail.");
        assertThat(function.firings).isEmpty();
    }

    @Test
    void inputInTheFormOfTheEventIsTaken() {
        ScheduleEvent event =
                read("{\"id\":\"d32c5kddcf5bb8c3\",\"detail-type\":\"Scheduled Event\",\"source\":\"aws.scheduler\","
                        + "\"time\":\"2026-07-10T08:00:00Z\",\"resources\":[\"arn:aws:scheduler:r:1:schedule/default/nightly\"],"
                        + "\"detail\":{\"days\":30}}");

        assertThat(event.id()).isEqualTo("d32c5kddcf5bb8c3");
        assertThat(event.schedule()).isEqualTo("nightly");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3-put",
                "sqs-receive-message",
                "eventbridge-custom-event",
                "ses-email-receiving",
                "dynamodb-update"
            })
    void whatIsNoFiringIsRefused(String sample) {
        assertThat(MessageFunctions.schedule().failure(Samples.text(sample)))
                .hasMessageStartingWith("ALOFT-204 Function handle expects firings of its schedule but got ");
    }

    private static LambdaRuntime several(List<String> called, Map<String, String> settings) {
        return new LambdaRuntime(
                FunctionRuntime.start(
                        "aws",
                        settings,
                        Functions.builder()
                                .schedule("nightly", "30 3 * * *", (event, context) -> called.add("nightly"))
                                .schedule("clean-up", "0 * * * *", (event, context) -> called.add("clean-up"))
                                .event("events", List.of(), (event, context) -> called.add(event.type()))
                                .build()),
                Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "eventbridge-scheduler, another, nightly",
        "cloudwatch-scheduled-event, another, nightly",
        "cloudwatch-scheduled-event, arn:aws:events:eu-central-1:123456789012:rule/weekly, clean-up",
        "eventbridge-scheduler, weekly, clean-up",
        "eventbridge-custom-event, another, com.acme.order.placed"
    })
    void nameDecidesAmongSeveral(String sample, String cleanUp, String expected) {
        List<String> called = new ArrayList<>();
        String event = Samples.text(sample);
        String named = expected.equals("clean-up") ? event.replace("nightly", "weekly") : event;

        several(called, Map.of("ALOFT_SOURCE_CLEAN_UP", cleanUp))
                .handle(named.getBytes(StandardCharsets.UTF_8), new RecordingInvocation());

        assertThat(called).containsExactly(expected);
    }

    @Test
    void scheduleOfNobodyFails() {
        String event = Samples.text("eventbridge-scheduler").replace("nightly", "weekly");

        assertThat(catchThrowable(() -> several(new ArrayList<>(), Map.of())
                        .handle(event.getBytes(StandardCharsets.UTF_8), new RecordingInvocation())))
                .hasMessageStartingWith(
                        "ALOFT-207 No function declares the source aws.scheduler (firings of weekly). Declared: [nightly"
                                + " (nightly), clean-up (clean-up)].");
    }
}
