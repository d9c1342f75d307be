package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Body;
import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The deployment decides whether a request is an event, and for which function; what a caller sends does not. */
class EventServiceTest {
    private final Deployment deployment = new Deployment();

    private Functions.Builder messages() {
        return Functions.builder()
                .queue("ship-order", "orders", Body.class, deployment.message())
                .topic("tell-news", "news", Body.class, deployment.message())
                .event("on-upload", List.of("google.cloud.storage.object.v1.finalized"), deployment.event());
    }

    private Functions.Builder mixed() {
        return messages().http("echo", "POST", "/echo", (request, context) -> {
            deployment.called.add("echo");
            return HttpResponse.ok(request.headers().first("ce-type").orElse("-")
                    + request.body().text());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "pubsub-push-wrapped, ship-order",
        "pubsub-cloudevent-binary, ship-order",
        "pubsub-unwrapped-with-metadata, ship-order",
        "cloud-task, ship-order",
        "storage-cloudevent-binary, on-upload"
    })
    void amongFunctionsWithoutHttpTheSourceDecides(String sample, String function) {
        deployment.of(messages().build());

        assertThat(deployment.sendSample(sample).status()).isEqualTo(204);
        assertThat(deployment.called).containsExactly(function);
    }

    @ParameterizedTest
    @CsvSource({
        "ALOFT_SOURCE_NEWS, orders-sub, pubsub-cloudevent-structured, tell-news",
        "ALOFT_SOURCE_NEWS, projects/acme-shop/subscriptions/orders-sub, pubsub-cloudevent-structured, tell-news",
        "ALOFT_SOURCE_NEWS, projects/acme-shop/topics/orders, pubsub-cloudevent-structured, tell-news",
        "ALOFT_SOURCE_NEWS, projects/acme-shop/subscriptions/orders, pubsub-push-wrapped, tell-news"
    })
    void topicAndSubscriptionMayBeNamedInAnyForm(String setting, String value, String sample, String function) {
        deployment.of(messages().build()).with(setting, value).with("ALOFT_SOURCE_ORDERS", "other");

        assertThat(deployment.sendSample(sample).status()).isEqualTo(204);
        assertThat(deployment.called).containsExactly(function);
    }

    @Test
    void sourceThatNobodyDeclaresIsNotAcknowledged() {
        deployment.of(messages().build()).with("ALOFT_SOURCE_ORDERS", "other");

        assertThat(deployment.sendSample("pubsub-push-wrapped").text()).contains("\"code\":\"ALOFT-207\"");
        assertThat(deployment.called).isEmpty();
    }

    @Test
    void pubSubMessageIsNoEventWhereFunctionsForMessagesAreServed() {
        deployment
                .of(Functions.builder()
                        .queue("ship-order", "orders", Body.class, deployment.message())
                        .event("on-event", List.of(), deployment.event())
                        .build())
                .with("ALOFT_SOURCE_ORDERS", "misspelled");

        assertThat(deployment.sendSample("pubsub-cloudevent-binary").text()).contains("\"code\":\"ALOFT-207\"");
        assertThat(deployment.sendSample("storage-cloudevent-binary").status()).isEqualTo(204);
        assertThat(deployment.called).containsExactly("on-event");
    }

    @Test
    void batchOfEventsForSeveralFunctionsIsSharedOut() {
        deployment.of(messages().build());
        String storage = Deployment.sample("audit-cloudevent-structured")
                .split("\n\n", 2)[1]
                .replace("google.cloud.audit.log.v1.written", "google.cloud.storage.object.v1.finalized");
        String pubSub = Deployment.sample("pubsub-cloudevent-structured").split("\n\n", 2)[1];

        Deployment.Answer answer = deployment.post(
                "Content-Type: application/cloudevents-batch+json\n\n[" + storage + "," + pubSub + "," + storage + "]");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(deployment.called).containsExactly("on-upload", "on-upload", "ship-order");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHIP-ORDER", "ship-order"})
    void nameOfTheServiceSelectsItsFunction(String service) {
        deployment.of(mixed().build()).with("K_SERVICE", service).with("ALOFT_SOURCE_ORDERS", "any other");

        assertThat(deployment.sendSample("pubsub-push-wrapped").status()).isEqualTo(204);
        assertThat(deployment.called).containsExactly("ship-order");
    }

    @Test
    void settingComesBeforeTheNameOfTheService() {
        deployment.of(mixed().build()).with("K_SERVICE", "ship-order").with("ALOFT_FUNCTION", "echo");

        assertThat(deployment.send("POST http://localhost:8080/echo\n\nx").status())
                .isEqualTo(200);
        assertThat(deployment.called).containsExactly("echo");
    }

    @Test
    void serviceOfAnotherNameServesAll() {
        deployment.of(mixed().build()).with("K_SERVICE", "shop");

        assertThat(deployment.send("POST http://localhost:8080/echo\n\nx").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pubsub-push-wrapped",
                "pubsub-cloudevent-binary",
                "pubsub-cloudevent-structured",
                "pubsub-cloudevent-batch",
                "pubsub-unwrapped-with-metadata",
                "cloud-task"
            })
    void whereHttpIsServedAnEventIsARequestThatMatchesNoRoute(String sample) {
        deployment.of(mixed().build());

        assertThat(deployment.sendSample(sample).status()).isEqualTo(404);

        assertThat(deployment.called).isEmpty();
        assertThat(deployment.log())
                .hasLineCount(1)
                .contains(
                        "\"severity\":\"WARNING\",\"message\":\"ALOFT-235 A message or event came at a path that no HTTP function"
                                + " has, and nothing ran: with HTTP functions among its functions [ship-order, tell-news, on-upload,"
                                + " echo] the service answers HTTP requests only.");
    }

    @Test
    void ordinaryRequestWithoutRouteIsNoReasonToWarn() {
        deployment.of(mixed().build());

        assertThat(deployment
                        .post("Content-Type: application/json\n\n{\"message\":1}")
                        .status())
                .isEqualTo(404);
        assertThat(deployment.post("\n{\"a\":1}").status()).isEqualTo(404);
        assertThat(deployment
                        .send("GET http://localhost:8080/echo\nce-id: 1\n\n")
                        .status())
                .isEqualTo(405);
        assertThat(deployment.log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce-specversion: 1.0\nce-id: 1\nce-source: /s\nce-type: placed\n",
                "Content-Type: application/cloudevents+json\nce-type: placed\n",
                "x-goog-pubsub-message-id: 1\nce-type: placed\n",
                "X-CloudTasks-TaskName: 1\nce-type: placed\n"
            })
    void headersOfEventsChangeNothingOfAnHttpRequest(String headers) {
        deployment.of(mixed().build());

        Deployment.Answer answer = deployment.send("POST http://localhost:8080/echo\n" + headers
                + "\n{\"message\":{\"messageId\":\"1\"},\"subscription\":\"s\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("body placed{\"message\":{\"messageId\":\"1\"},\"subscription\":\"s\"}");
        assertThat(deployment.called).containsExactly("echo");
        assertThat(deployment.log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "OPTIONS"})
    void onlyPostIsAnEvent(String method) {
        deployment.of(messages().build());

        Deployment.Answer answer = deployment.send(
                method + " http://localhost:8080/\nce-specversion: 1.0\nce-id: 1\nce-source: /s\nce-type: t\n\n");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.calls()).contains("allow: POST");
        assertThat(answer.calls().stream().anyMatch(call -> call.startsWith("body")))
                .isEqualTo(!method.equals("HEAD"));
        assertThat(deployment.called).isEmpty();
        assertThat(deployment.log()).isEmpty();
    }
}
