package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.Functions;
import dev.aloft.Message;
import org.junit.jupiter.api.Test;

class CloudTasksTest {
    private final Deployment deployment = Deployment.ofQueue("orders");

    @Test
    void taskIsAMessageOfItsQueue() {
        assertThat(deployment.sendSample("cloud-task").status()).isEqualTo(204);

        Message<Body> message = deployment.message(0);
        assertThat(message.id()).isEqualTo("6091354812");
        assertThat(message.source()).isEqualTo("orders");
        assertThat(message.attempt()).hasValue(3);
        assertThat(message.payload().text()).isEqualTo("{\"id\":\"o-1\"}");
        assertThat(message.contentType()).contains("application/octet-stream");
        assertThat(message.attributes()).isEqualTo(Attributes.of("x-tenant", "acme"));
        assertThat(message.enqueuedAt()).isEmpty();
    }

    @Test
    void bodyThatImitatesAPushIsJustABody() {
        String body = "{\"message\":{\"messageId\":\"evil\"},\"subscription\":\"projects/p/subscriptions/evil\"}";

        deployment.post("X-CloudTasks-QueueName: orders\nX-CloudTasks-TaskName: t\n\n" + body);

        assertThat(deployment.message(0).id()).isEqualTo("t");
        assertThat(deployment.message(0).payload().text()).isEqualTo(body);
        assertThat(deployment.message(0).attempt()).isEmpty();
    }

    @Test
    void taskMayHaveNoBody() {
        deployment.post("X-CloudTasks-QueueName: orders\nX-CloudTasks-TaskName: t\n\n");

        assertThat(deployment.message(0).payload().isEmpty()).isTrue();
    }

    @Test
    void topicTakesNoTasks() {
        deployment.of(Functions.builder()
                .topic("on-order", "orders", Body.class, deployment.message())
                .build());

        assertThat(deployment.sendSample("cloud-task").text()).contains("\"code\":\"ALOFT-204\"");
        assertThat(deployment.log())
                .contains(
                        "Function on-order expects topic messages of orders but got google:cloud-tasks (queue messages of"
                                + " orders).");
    }
}
