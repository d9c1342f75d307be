package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aloft.Body;
import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.ScheduleEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Firings of Cloud Scheduler, which come as requests, as events, and as messages that nothing marks. */
class SchedulerTest {
    private final Deployment deployment = Deployment.ofSchedule("clean-up");

    @Test
    void requestIsAFiring() {
        assertThat(deployment.sendSample("scheduler-http").status()).isEqualTo(204);

        ScheduleEvent firing = deployment.firings.get(0);
        assertThat(firing.schedule()).isEqualTo("clean-up");
        assertThat(firing.scheduledAt()).contains(Instant.parse("2026-03-29T01:00:00.250Z"));
        assertThat(firing.id()).isEqualTo("clean-up/2026-03-29T01:00:00.250Z");
        assertThat(firing.firedAt()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(firing.attempt()).isEmpty();
        assertThat(firing.raw())
                .map(raw -> new String(raw, StandardCharsets.UTF_8))
                .contains("{\"days\":30}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "POST"})
    void jobMayUseAnyMethod(String method) {
        Deployment.Answer answer = deployment.send(method
                + " http://localhost:8080/nightly\nX-CloudScheduler: true\nX-CloudScheduler-JobName: clean-up\n\n");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(deployment.firings).hasSize(1);
        assertThat(deployment.firings.get(0).scheduledAt()).isEmpty();
    }

    @Test
    void jobMayHaveHeadersOfItsOwn() {
        deployment.post(
                "X-CloudScheduler-JobName: clean-up\nce-type: t\nContent-Type: application/cloudevents+json\n\n");

        assertThat(deployment.firings).hasSize(1);
    }

    @Test
    void eventIsAFiring() {
        assertThat(deployment.sendSample("scheduler-cloudevent-binary").status())
                .isEqualTo(204);

        ScheduleEvent firing = deployment.firings.get(0);
        assertThat(firing.schedule()).isEqualTo("clean-up");
        assertThat(firing.id()).isEqualTo("4711");
        assertThat(firing.scheduledAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "pubsub-push-wrapped, orders",
        "pubsub-cloudevent-binary, orders",
        "pubsub-cloudevent-structured, orders",
        "pubsub-unwrapped-with-metadata, orders"
    })
    void messageIsAFiringForAFunctionThatDeclaresASchedule(String sample, String source) {
        assertThat(deployment.sendSample(sample).status()).isEqualTo(204);

        ScheduleEvent firing = deployment.firings.get(0);
        assertThat(firing.schedule()).isEqualTo(source);
        assertThat(firing.id()).isNotBlank().doesNotContain("/");
        assertThat(firing.scheduledAt()).isEmpty();
        assertThat(firing.firedAt()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void attemptOfTheMessageIsThatOfTheFiring() {
        deployment.post("\n{\"message\":{\"messageId\":\"m-1\"},\"subscription\":\"projects/p/subscriptions/s\","
                + "\"deliveryAttempt\":3}");

        assertThat(deployment.firings)
                .containsExactly(
                        ScheduleEvent.builder("s", deployment.firings.get(0).firedAt())
                                .id("m-1")
                                .attempt(3)
                                .build());
    }

    private Deployment several() {
        return deployment.of(Functions.builder()
                .schedule("clean-up", "30 3 * * *", deployment.firing())
                .schedule("report", "0 4 * * *", deployment.firing())
                .queue("ship-order", "orders", Body.class, deployment.message())
                .event("on-event", List.of(), deployment.event())
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "scheduler-http, clean-up",
        "scheduler-cloudevent-binary, clean-up",
        "pubsub-push-wrapped, ship-order",
        "storage-cloudevent-binary, on-event"
    })
    void amongSeveralFunctionsTheNameDecides(String sample, String function) {
        assertThat(several().sendSample(sample).status()).isEqualTo(204);

        assertThat(deployment.called).containsExactly(function);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "projects/acme-shop/subscriptions/orders"})
    void topicOrSubscriptionOfASchedulesJobIsNamedByItsSetting(String name) {
        several().with("ALOFT_SOURCE_REPORT", name).with("ALOFT_SOURCE_ORDERS", "other");

        assertThat(deployment.sendSample("pubsub-push-wrapped").status()).isEqualTo(204);
        assertThat(deployment.called).containsExactly("report");
    }

    @Test
    void messageOfNobodyIsNotAcknowledged() {
        several().with("ALOFT_SOURCE_ORDERS", "other");

        assertThat(deployment.sendSample("pubsub-push-wrapped").text()).contains("\"code\":\"ALOFT-207\"");
        assertThat(deployment.called).isEmpty();
    }

    @Test
    void attributeOfAMessageMakesItNoFiring() {
        several();

        deployment.post(
                "x-goog-pubsub-subscription-name: projects/p/subscriptions/orders\nx-goog-pubsub-message-id: 1\n"
                        + "x-cloudscheduler: true\nx-cloudscheduler-jobname: clean-up\n\nbody");

        assertThat(deployment.called).containsExactly("ship-order");
    }

    @Test
    void withoutAScheduleAnEventWithHeadersOfAJobStaysAnEvent() {
        deployment.of(Functions.builder()
                .event("on-event", List.of(), deployment.event())
                .build());

        deployment.post(
                "ce-specversion: 1.0\nce-id: e-1\nce-source: /s\nce-type: t\nx-cloudscheduler-jobname: clean-up\n\n");

        assertThat(deployment.events).hasSize(1);
    }

    @Test
    void httpFunctionGetsTheRawRequest() {
        deployment.of(Functions.builder()
                .http(
                        "echo",
                        "POST",
                        "/",
                        (request, context) -> HttpResponse.ok(request.headers()
                                .first("x-cloudscheduler-jobname")
                                .orElse("-")))
                .build());

        assertThat(deployment.sendSample("scheduler-http").text()).isEqualTo("body clean-up");
    }

    @Test
    void whereHttpIsServedAFiringIsARequestThatMatchesNoRoute() {
        deployment.of(Functions.builder()
                .http("echo", "POST", "/echo", (request, context) -> HttpResponse.ok())
                .schedule("clean-up", "30 3 * * *", deployment.firing())
                .build());

        assertThat(deployment.sendSample("scheduler-http").status()).isEqualTo(404);
        assertThat(deployment.called).isEmpty();
        assertThat(deployment.log()).contains("ALOFT-235");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-CloudScheduler: true | ALOFT-260 The event of Cloud Scheduler cannot be read: there is no x-cloudscheduler-jobname.",
                "X-CloudScheduler-JobName: a~X-CloudScheduler-JobName: b | ALOFT-233",
                "X-CloudScheduler-JobName: projects/p/jobs/ | ALOFT-260",
                "X-CloudScheduler-JobName: a~X-CloudScheduler-ScheduleTime: now | ALOFT-260 The event of Cloud Scheduler cannot be read: the planned time",
                "x-goog-pubsub-message-id: 1 | ALOFT-233",
                "x-goog-pubsub-message-id: 1~x-goog-pubsub-subscription-name: a/ | ALOFT-233",
                "ce-specversion: 1.0~ce-id: 1~ce-type: google.cloud.scheduler.job.v1.executed~ce-source: //evil.example/jobs/a | ALOFT-260 The event of Cloud Scheduler cannot be read: the CloudEvent's source is no job.",
                "ce-specversion: 1.0~ce-id: 1~ce-type: google.cloud.scheduler.job.v1.executed~ce-source: //cloudscheduler.googleapis.com/jobs/ | ALOFT-260",
                "ce-specversion: 1.0~ce-id: 1~ce-type: google.cloud.scheduler.job.v1.created~ce-source: //cloudscheduler.googleapis.com/jobs/a | ALOFT-204 Function clean-up expects firings of its schedule but got google:cloudevents (an event of type",
                "X-Other: 1 | ALOFT-204 Function clean-up expects firings of its schedule but got an HTTP request that is"
            })
    void poisonIsNotAcknowledged(String lines, String refusal) {
        Deployment.Answer answer = deployment.post(lines.replace("~", "\n") + "\n\n");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(deployment.firings).isEmpty();
        assertThat(deployment.log()).contains(refusal);
    }
}
