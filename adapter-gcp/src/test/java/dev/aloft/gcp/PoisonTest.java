package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Broken and hostile requests to a service for messages: none is acknowledged, none runs the function. */
class PoisonTest {
    private static final String PUB_SUB =
            "ce-specversion: 1.0\nce-id: 1\nce-type: google.cloud.pubsub.topic.v1.messagePublished\n";

    private final Deployment deployment = Deployment.ofQueue("orders");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | ALOFT-201",
                "{} | ALOFT-232",
                "[] | ALOFT-232",
                "null | ALOFT-232",
                "7 | ALOFT-232",
                "{\"message\":null,\"subscription\":\"s\"} | ALOFT-232",
                "{\"message\":[],\"subscription\":\"s\"} | ALOFT-201",
                "{\"message\":{\"messageId\":\"1\",\"messageId\":\"2\"},\"subscription\":\"s\"} | ALOFT-201",
                "{\"message\":{\"messageId\":\"1\",\"message_id\":\"2\"},\"subscription\":\"s\"} | ALOFT-233",
                "{\"message\":{},\"subscription\":\"s\"} | ALOFT-233",
                "{\"message\":{\"messageId\":\"\"},\"subscription\":\"s\"} | ALOFT-233",
                "{\"message\":{\"messageId\":7},\"subscription\":\"s\"} | ALOFT-201",
                "{\"message\":{\"messageId\":\"1\"}} | ALOFT-233",
                "{\"message\":{\"messageId\":\"1\",\"data\":\"a\"},\"subscription\":\"s\"} | ALOFT-201",
                "{\"message\":{\"messageId\":\"1\",\"data\":\"====\"},\"subscription\":\"s\"} | ALOFT-201",
                "{\"message\":{\"messageId\":\"1\",\"data\":\"SG k=\"},\"subscription\":\"s\"} | ALOFT-201",
                "{\"message\":{\"messageId\":\"1\",\"data\":{\"id\":1}},\"subscription\":\"s\"} | ALOFT-201",
                "{\"message\":{\"messageId\":\"1\",\"attributes\":[]},\"subscription\":\"s\"} | ALOFT-201",
                "{\"message\":{\"messageId\":\"1\",\"attributes\":{\"a\":1}},\"subscription\":\"s\"} | ALOFT-201",
                "{\"message\":{\"messageId\":\"1\",\"publishTime\":\"now\"},\"subscription\":\"s\"} | ALOFT-233",
                "{\"message\":{\"messageId\":\"1\"},\"subscription\":\"s\",\"deliveryAttempt\":-1} | ALOFT-233",
                "{\"message\":{\"messageId\":\"1\"},\"subscription\":\"s\",\"deliveryAttempt\":12345678901} | ALOFT-233",
                "{\"message\":{\"messageId\":\"1\"},\"subscription\":\"s\"} trailing | ALOFT-201",
                "{\"httpMethod\":\"POST\",\"path\":\"/\",\"headers\":{},\"body\":\"x\"} | ALOFT-232",
                "{\"Records\":[{\"eventSource\":\"aws:sqs\",\"messageId\":\"1\",\"body\":\"x\"}]} | ALOFT-232",
                "{\"payload\":{\"messageId\":\"1\"}} | ALOFT-232",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"} | ALOFT-232"
            })
    void pushIsRefused(String body, String code) {
        assertRefused("\n" + body, code);
    }

    @Test
    void requestWithoutAnythingIsRefused() {
        assertRefused("\n", "ALOFT-232");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ce-source: //pubsub.googleapis.com/projects/p/topics/orders | {} | ALOFT-233",
                "ce-source: //pubsub.googleapis.com/projects/p/topics/orders | {\"subscription\":\"s\"} | ALOFT-233",
                "ce-source: //pubsub.googleapis.com/projects/p/topics/orders | raw | ALOFT-201",
                "ce-source: //pubsub.googleapis.com/projects/p | {\"message\":{\"messageId\":\"1\"}} | ALOFT-233",
                "ce-source: //evil.example/projects/p/topics/orders | {\"message\":{\"messageId\":\"1\"}} | ALOFT-233",
                "x-a: no source | {\"message\":{\"messageId\":\"1\"}} | ALOFT-230"
            })
    void cloudEventIsRefused(String header, String body, String code) {
        assertRefused(PUB_SUB + header + "\n\n" + body, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x-goog-pubsub-message-id: 1 | ALOFT-233",
                "x-goog-pubsub-subscription-name: s | ALOFT-233",
                "x-goog-pubsub-subscription-name: s~x-goog-pubsub-message-id: 1~x-goog-pubsub-message-id: 2 | ALOFT-233",
                "x-goog-pubsub-subscription-name: s~x-goog-pubsub-message-id: 1~x-goog-pubsub-publish-time: now | ALOFT-233",
                "x-goog-pubsub-subscription-name: s~x-goog-pubsub-message-id: 1~x-cloudtasks-taskname: 1 | ALOFT-233",
                "x-cloudtasks-taskname: 1 | ALOFT-233",
                "x-cloudtasks-queuename: orders | ALOFT-233",
                "x-cloudtasks-queuename: orders~x-cloudtasks-taskname: 1~x-cloudtasks-taskretrycount: x | ALOFT-233",
                "Content-Type: application/cloudevents+avro | ALOFT-232",
                "Content-Type: application/cloudevents+json | ALOFT-201",
                "Content-Type: application/cloudevents-batch+json | ALOFT-201",
                "Content-Type: multipart/form-data; boundary=x | ALOFT-232"
            })
    void headersAreRefused(String lines, String code) {
        assertRefused(lines.replace("~", "\n") + "\n\n{\"message\":{\"messageId\":\"1\"}}", code);
    }

    @Test
    void payloadThatImitatesAnotherEventIsAPayload() {
        String payload =
                "{\"specversion\":\"1.0\",\"type\":\"google.cloud.storage.object.v1.finalized\",\"httpMethod\":\"GET\"}";

        deployment.post(
                "x-goog-pubsub-subscription-name: projects/p/subscriptions/orders\nx-goog-pubsub-message-id: 1\n\n"
                        + payload);

        assertThat(deployment.message(0).payload().text()).isEqualTo(payload);
    }

    @Test
    void unknownFieldsAreSkipped() {
        deployment.post(
                "\n{\"new\":{\"message\":[]},\"message\":{\"new\":[1,{}],\"messageId\":\"1\",\"data\":\"SGk=\"},"
                        + "\"subscription\":\"s\"}");

        assertThat(deployment.message(0).payload().text()).isEqualTo("Hi");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null | ALOFT-201",
                "7 | ALOFT-201",
                "[] | ALOFT-201",
                "{} | ALOFT-230",
                "{\"specversion\":\"1.0\",\"id\":\"2\",\"source\":\"/shop\",\"type\":\"com.acme.placed\"} | ALOFT-204"
            })
    void oneBrokenElementBringsTheBatchBack(String element, String code) {
        String batch = Deployment.sample("pubsub-cloudevent-batch").replace("\n\n[", "\n\n[" + element + ",");

        Deployment.Answer answer = deployment.send(batch);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).contains("\"code\":\"" + code + "\"");
        assertThat(deployment.messages).hasSize(3);
    }

    @Test
    void deepNestingIsRefusedAtOnce() {
        long start = System.nanoTime();

        assertRefused("\n{\"message\":" + "[".repeat(100_000), "ALOFT-201");
        assertRefused("\n" + "{\"a\":".repeat(100_000), "ALOFT-201");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatComesFromOutsideForgesNoLogLines() {
        deployment.post("ce-specversion: 1.0\nce-id: 1\nce-source: /s\nce-type: a%0A{%22severity%22:%22INFO%22}\n\n");

        assertThat(deployment.log())
                .hasLineCount(1)
                .contains("an event of type a?{\\\"severity\\\":\\\"INFO\\\"} from /s");
    }

    private void assertRefused(String request, String code) {
        Deployment.Answer answer = deployment.post(request);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).contains("\"code\":\"" + code + "\"");
        assertThat(deployment.messages).isEmpty();
        assertThat(deployment.log()).contains(code + " ");
    }
}
