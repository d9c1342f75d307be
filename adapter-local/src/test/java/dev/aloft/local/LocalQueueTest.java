package dev.aloft.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.Body;
import dev.aloft.Functions;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.Rejected;
import dev.aloft.TraceContext;
import dev.aloft.spi.PayloadCodec;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalQueueTest {
    private final List<Message<Body>> seen = new ArrayList<>();

    /** A value that the tests' codec writes as its text. */
    private record Order(String id) {
        @Override
        public String toString() {
            return "order " + id;
        }
    }

    private LocalFunctions orders(MessageHandler<Body> handler) {
        return Calm.of(Functions.builder()
                .queue("ship-order", "orders", Body.class, handler)
                .topic("announce", "news", String.class, (message, context) -> {})
                .stream("count", "clicks", String.class, (message, context) -> {})
                .build());
    }

    private LocalFunctions remembering() {
        return orders((message, context) -> seen.add(message));
    }

    @Test
    void nothingIsDeliveredBeforeItIsAskedFor() {
        LocalFunctions functions = remembering();

        functions.queue("orders").send("a");

        assertThat(seen).isEmpty();
        assertThat(functions.queue("orders").waiting()).isEqualTo(1);
        functions.deliverAll();
        assertThat(seen).hasSize(1);
        assertThat(functions.queue("orders").waiting()).isZero();
        functions.deliverAll();
        assertThat(seen).hasSize(1);
    }

    @Test
    void aMessageTellsWhatTheQueueKnows() {
        LocalFunctions functions = remembering();

        String id = functions.queue("orders").send("text");
        functions.deliverAll();

        Message<Body> message = seen.get(0);
        assertThat(message.id()).isEqualTo(id);
        assertThat(message.source()).isEqualTo("orders");
        assertThat(message.attempt()).hasValue(1);
        assertThat(message.enqueuedAt()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(message.body().text()).isEqualTo("text");
        assertThat(message.contentType()).isEmpty();
        assertThat(message.orderingKey()).isEmpty();
        assertThat(message.sequence()).isEmpty();
        assertThat(message.traceContext()).isEmpty();
    }

    @Test
    void bytesAreSentAsTheyWereAtThatMoment() {
        LocalFunctions functions = remembering();
        byte[] bytes = {(byte) 0xFF, 0};

        functions.queue("orders").send(bytes);
        bytes[0] = 1;
        functions.deliverAll();

        assertThat(seen.get(0).body().bytes()).containsExactly(0xFF, 0);
    }

    @Test
    void otherValuesAreWrittenByTheCodec() {
        LocalFunctions functions = remembering();

        functions.queue("orders").send(new Order("o-1"));
        functions.queue("orders").send(Message.of("m-7", new Order("o-2")));
        functions.deliverAll();

        assertThat(seen).extracting(message -> message.body().text()).containsExactly("order o-1", "order o-2");
        assertThat(seen).allSatisfy(message -> assertThat(message.contentType()).contains("application/x-text"));
        assertThat(seen.get(1).id()).isEqualTo("m-7");
    }

    @Test
    void typedPayloadsAreReadByTheCodec() {
        List<Object> payloads = new ArrayList<>();
        LocalFunctions functions = Calm.of(Functions.builder()
                .queue(
                        "ship-order",
                        "orders",
                        CharSequence.class,
                        (message, context) -> payloads.add(message.payload()))
                .build());

        functions.queue("orders").send(new Order("o-1"));
        functions.deliverAll();

        assertThat(payloads).containsExactly("order o-1");
    }

    @Test
    void aReadyMessageKeepsWhatItHas() {
        LocalFunctions functions = remembering();
        Instant time = Instant.parse("2026-01-02T03:04:05Z");

        functions
                .queue("orders")
                .send(Message.builder("m-1", "text")
                        .attribute("tenant", "acme")
                        .attribute("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                        .subject("Order placed")
                        .enqueuedAt(time)
                        .attempt(4)
                        .orderingKey("ada")
                        .contentType("text/x")
                        .build());
        functions.deliverAll();

        Message<Body> message = seen.get(0);
        assertThat(message.id()).isEqualTo("m-1");
        assertThat(message.attribute("tenant")).contains("acme");
        assertThat(message.subject()).contains("Order placed");
        assertThat(message.enqueuedAt()).contains(time);
        assertThat(message.attempt()).hasValue(1);
        assertThat(message.orderingKey()).contains("ada");
        assertThat(message.contentType()).contains("text/x");
        assertThat(message.traceContext().map(TraceContext::parentId)).contains("00f067aa0ba902b7");
    }

    @Test
    void aMessageSentTwiceIsADuplicateWithItsId() {
        LocalFunctions functions = remembering();
        Message<Body> message = Message.builder("m-1", "text").build();

        functions.queue("orders").send(message);
        functions.queue("orders").send(message);
        functions.deliverAll();

        assertThat(seen).extracting(Message::id).containsExactly("m-1", "m-1");
    }

    @Test
    void aMessagesOwnCodecReadsIt() {
        PayloadCodec broken = new PayloadCodec() {
            @Override
            public String contentType() {
                return "application/x-broken";
            }

            @Override
            public Object read(byte[] payload, Type type) {
                throw new AloftException(Kind.PAYLOAD, "ALOFT-301", "Not valid at all.");
            }

            @Override
            public byte[] write(Object value) {
                return new byte[0];
            }
        };
        LocalFunctions functions = Calm.of(Functions.builder()
                .queue("ship-order", "orders", Order.class, (message, context) -> {})
                .build());

        functions.queue("orders").send(Message.builder("m-1", "x").codec(broken).build());
        functions.deliverAll();

        DeadLetter letter = functions.queue("orders").deadLetters().get(0);
        assertThat(letter.attempts()).isEqualTo(5);
        assertThat(letter.reasonType()).isEqualTo(AloftException.class.getName());
        assertThat(letter.reason()).isEqualTo("ALOFT-301 Not valid at all.");
    }

    @Test
    void unknownNamesAreRefusedWithWhatThereIs() {
        LocalFunctions functions = remembering();

        assertThatThrownBy(() -> functions.queue("order"))
                .isInstanceOf(AloftException.class)
                .hasMessage(
                        "ALOFT-123 There is no queue named order. Declared: [queue orders, stream clicks, topic news]. Use the"
                                + " name that stands in the trigger, or declare it with one.");
        assertThatThrownBy(() -> functions.topic("orders"))
                .hasMessageStartingWith("ALOFT-123 There is no topic named orders. ");
        assertThatThrownBy(() -> functions.stream("a\nb\u00e9"))
                .hasMessageStartingWith("ALOFT-123 There is no stream named a?b?. ");
        assertThatThrownBy(() -> functions.queue("x".repeat(1_000))).message().hasSizeLessThan(400);
    }

    @Test
    void aQueueWithTwoFunctionsIsRefused() {
        LocalFunctions functions = Calm.of(Functions.builder()
                .queue("ship-order", "orders", String.class, (message, context) -> {})
                .queue("bill-order", "orders", String.class, (message, context) -> {})
                .build());

        assertThatThrownBy(() -> functions.queue("orders"))
                .isInstanceOf(AloftException.class)
                .hasMessage(
                        "ALOFT-124 Several functions take the messages of queue orders: [ship-order, bill-order]. A message of a"
                                + " queue is for one function: make it a topic, or set ALOFT_FUNCTION to one of them.");
    }

    @Test
    void oneOfTwoFunctionsCanBeChosen() {
        List<String> called = new ArrayList<>();
        LocalFunctions functions = Calm.of(
                Functions.builder()
                        .queue("ship-order", "orders", String.class, (message, context) -> called.add("ship"))
                        .queue("bill-order", "orders", String.class, (message, context) -> called.add("bill"))
                        .build(),
                Map.of("ALOFT_FUNCTION", "bill-order"));

        functions.queue("orders").send("a");
        functions.deliverAll();

        assertThat(called).containsExactly("bill");
    }

    @Test
    void namesAreLogicalWhateverThePlatformsNameIs() {
        LocalFunctions functions = Calm.of(
                Functions.builder()
                        .queue("ship-order", "orders", Body.class, (message, context) -> seen.add(message))
                        .queue("other", "other", Body.class, (message, context) -> {})
                        .build(),
                Map.of("ALOFT_SOURCE_ORDERS", "prod-orders-eu"));

        functions.queue("orders").send("a");
        functions.deliverAll();

        assertThat(seen).extracting(Message::source).containsExactly("orders");
    }

    @Test
    void contextTellsTheAttemptAndTheProvider() {
        List<String> told = new ArrayList<>();
        LocalFunctions functions = orders((message, context) -> {
            told.add(context.functionName() + " " + context.provider() + " " + context.attempt());
            if (told.size() == 1) {
                throw new IllegalStateException("once");
            }
        });

        functions.queue("orders").send("a");
        functions.deliverAll();

        assertThat(told).containsExactly("ship-order local OptionalInt[1]", "ship-order local OptionalInt[2]");
    }

    @Test
    void functionsOfOtherAttemptsHaveQueuesOfTheirOwn() {
        LocalFunctions functions = orders((message, context) -> {
            throw new Rejected("no");
        });

        functions.withAttempts(1).queue("orders").send("a".getBytes(UTF_8));
        functions.deliverAll();

        assertThat(functions.queue("orders").deadLetters()).isEmpty();
        assertThatThrownBy(() -> functions.withAttempts(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
