package dev.aloft.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Body;
import dev.aloft.Event;
import dev.aloft.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a service delivers is what the function gets: {@code decode(encode(messages)).equals(messages)}. */
class MessageRoundTripTest {
    private static final int RUNS = 2_000;
    private static final long SEED = new Random().nextLong();
    private static final RandomMessages RANDOM = new RandomMessages(new Random(SEED));

    /** A service, the function that takes from it, and what it can carry: one message for each number. */
    private record Shape(String name, MessageEncoder encoder, String function, IntFunction<Message<Body>> message) {
        Shape(String name, MessageEncoder encoder, String function, Supplier<Message<Body>> message) {
            this(name, encoder, function, number -> message.get());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Shape> shapes() {
        return Stream.of(
                new Shape("SQS", new SqsEncoder("orders"), "queue", () -> RANDOM.queueMessage(false)),
                new Shape("SQS FIFO", new SqsEncoder("orders.fifo"), "queue", () -> RANDOM.queueMessage(true)),
                new Shape("SNS", new SnsEncoder("orders"), "topic", () -> RANDOM.topicMessage(false)),
                new Shape(
                        "SNS in SQS", new SnsInSqsEncoder("orders", "mail"), "topic", () -> RANDOM.topicMessage(true)),
                new Shape("Kinesis", new KinesisEncoder("clicks"), "stream", RANDOM::kinesisRecord),
                new Shape("MSK", KafkaEncoder.msk("clicks"), "stream", MessageRoundTripTest::kafkaRecord),
                new Shape("Kafka", KafkaEncoder.selfManaged("clicks"), "stream", MessageRoundTripTest::kafkaRecord),
                new Shape("ActiveMQ", new ActiveMqEncoder("orders"), "queue", RANDOM::activeMqMessage),
                new Shape("RabbitMQ", new RabbitMqEncoder("orders"), "queue", RANDOM::rabbitMqMessage),
                new Shape("RabbitMQ host", new RabbitMqEncoder("orders", "shop"), "queue", RANDOM::rabbitMqMessage));
    }

    /** Partition by partition, as a batch lists them. */
    private static Message<Body> kafkaRecord(int number) {
        return RANDOM.kafkaRecord(Integer.toString(number / 3));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void messagesReachTheFunction(Shape shape) {
        MessageFunction function = new MessageFunction(shape.function());
        for (int run = 0; run < RUNS; run++) {
            List<Message<Body>> sent = new ArrayList<>();
            for (int i = 0; i <= RANDOM.number(10); i++) {
                sent.add(shape.message().apply(i));
            }

            List<Message<Body>> got = function.messages(shape.encoder().encode(sent));

            assertThat(got).as("seed %d, run %d", SEED, run).isEqualTo(sent);
        }
    }

    @Test
    void eventsReachTheFunction() {
        MessageFunction function = new MessageFunction("event");
        for (int run = 0; run < RUNS; run++) {
            Event sent = RANDOM.event();

            List<Event> got = function.events(new EventBridgeEncoder().encode(sent));

            assertThat(got).as("seed %d, run %d", SEED, run).containsExactly(sent);
        }
    }
}
