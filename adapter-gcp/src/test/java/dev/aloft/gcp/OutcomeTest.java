package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.BatchResult;
import dev.aloft.Body;
import dev.aloft.Functions;
import dev.aloft.MessageHandler;
import dev.aloft.Rejected;
import dev.aloft.RetryLater;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import dev.aloft.spi.MessageBinding;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What Google is told of what became of a message. */
class OutcomeTest {
    private final Deployment deployment = new Deployment();
    private final List<String> tried = new ArrayList<>();

    /** A function that fails as the message's payload wants. */
    private Deployment failing(Function<String, Throwable> failure) {
        MessageHandler<Body> handler = (message, context) -> {
            tried.add(message.id());
            Throwable thrown = failure.apply(message.id());
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof Exception exception) {
                throw exception;
            }
        };
        return deployment.of(Functions.builder()
                .queue("ship-order", "orders", Body.class, handler)
                .build());
    }

    @Test
    void handledMessageIsAcknowledgedWithoutContent() {
        failing(id -> null);

        assertThat(deployment.sendSample("pubsub-push-wrapped").calls()).containsExactly("status 204");
        assertThat(deployment.log()).isEmpty();
    }

    @Test
    void exceptionIsNotAcknowledged() {
        failing(id -> new IllegalStateException("secret"));

        Deployment.Answer answer = deployment.sendSample("pubsub-push-wrapped");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).contains("\"code\":\"ALOFT-420\"").doesNotContain("secret");
        assertThat(deployment.log())
                .hasLineCount(1)
                .contains(
                        "Function ship-order did not handle message 2070443601311540: java.lang.IllegalStateException: secret");
    }

    @Test
    void errorIsNotAcknowledged() {
        failing(id -> new StackOverflowError());

        assertThat(deployment.sendSample("cloud-task").status()).isEqualTo(500);
    }

    @Test
    void rejectedMessageIsAcknowledgedAndLogged() {
        failing(id -> new Rejected("no such customer"));

        assertThat(deployment.sendSample("pubsub-push-wrapped").status()).isEqualTo(204);
        assertThat(deployment.log())
                .hasLineCount(1)
                .startsWith("{\"severity\":\"ERROR\",")
                .contains("rejected message 2070443601311540")
                .contains("no such customer");
    }

    @Test
    void delayIsAskedForInWholeSeconds() {
        failing(id -> new RetryLater(Duration.ofMillis(1500), "closed"));

        Deployment.Answer answer = deployment.sendSample("cloud-task");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.calls()).contains("retry-after: 2");
        assertThat(answer.text()).contains("\"code\":\"ALOFT-420\"");
    }

    @Test
    void noDelayIsLikeAnyOtherFailure() {
        failing(id -> new RetryLater(Duration.ZERO, "again"));

        assertThat(deployment.sendSample("cloud-task").status()).isEqualTo(500);
    }

    @Test
    void batchComesBackAsAWholeAndKeepsTheOrderOfAKey() {
        failing(id -> id.equals("m-1") ? new IllegalStateException() : null);

        assertThat(deployment.sendSample("pubsub-cloudevent-batch").status()).isEqualTo(500);
        assertThat(tried).containsExactly("m-1", "m-3");
    }

    @Test
    void messagesOfOneIdHaveAnOutcomeEach() {
        failing(id -> tried.size() == 3 ? new IllegalStateException() : null);
        String batch =
                Deployment.sample("pubsub-cloudevent-batch").replaceAll("\"messageId\":\"m-.\"", "\"messageId\":\"m\"");

        assertThat(deployment.send(batch).status()).isEqualTo(500);
        assertThat(tried).containsExactly("m", "m", "m");
    }

    @Test
    void unreadableEventOfABatchDoesNotHideTheOthers() {
        failing(id -> new RetryLater(Duration.ofSeconds(9), "closed"));
        String batch = Deployment.sample("pubsub-cloudevent-batch")
                .replace("\"messageId\":\"m-2\"", "\"messageId\":2")
                .replace("\"id\":\"3\",", "");

        Deployment.Answer answer = deployment.send(batch);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).contains("\"code\":\"ALOFT-201\"");
        assertThat(tried).containsExactly("m-1");
        assertThat(deployment.log())
                .contains("ALOFT-201 ")
                .contains("ALOFT-230 The CloudEvent cannot be read: it has no id.");
    }

    @Test
    void batchHandlerTellsOfEachMessage() {
        deployment.of(Functions.builder()
                .batch(
                        "index-orders",
                        new MessageBinding(MessageBinding.Kind.STREAM, "orders"),
                        Body.class,
                        (messages, context) -> BatchResult.allHandled())
                .build());

        assertThat(deployment.sendSample("pubsub-cloudevent-batch").status()).isEqualTo(204);
    }

    @Test
    void handlerOfAnotherKindIsNotAcknowledged() {
        Deployment broken = new Deployment().of(new WrongKind());

        Deployment.Answer answer = broken.sendSample("pubsub-push-wrapped");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).contains("\"code\":\"ALOFT-107\"");
        assertThat(broken.log()).contains("ALOFT-107 ");
    }

    /** An index written by hand, with a mistake. */
    private static final class WrongKind implements FunctionIndex {
        @Override
        public List<FunctionDefinition> functions() {
            return List.of(FunctionDefinition.message("ship-order", MessageBinding.Kind.QUEUE, "orders"));
        }

        @Override
        public Object handler(String functionName, @Nullable HandlerFactory factory) {
            return "no handler";
        }

        @Override
        public Type payloadType(String functionName) {
            return Body.class;
        }
    }

    @Test
    void typedPayloadThatCannotBeReadIsNotAcknowledged() {
        deployment.of(Functions.builder()
                .queue("ship-order", "orders", Duration.class, (message, context) -> {})
                .build());

        assertThat(deployment.sendSample("pubsub-push-wrapped").status()).isEqualTo(500);
    }
}
