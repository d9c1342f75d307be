package dev.aloft.testkit.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Body;
import dev.aloft.Event;
import dev.aloft.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an encoder wrote is what a function is handed, through host and worker: {@code decode(encode(message)) == message}. */
class MessageRoundTripTest {
    private static final int RUNS = 500;

    @TempDir
    private static Path folder;

    private static AzureWorkerEmulation azure;

    private final long seed = new Random().nextLong();
    private final RandomMessages random = new RandomMessages(new Random(seed));

    @BeforeAll
    static void start() throws Exception {
        azure = MessagePackage.in(folder).open();
    }

    @AfterAll
    static void stop() throws Exception {
        azure.close();
    }

    @BeforeEach
    void printSeed() {
        System.out.println("MessageRoundTripTest seed " + seed);
    }

    @Test
    void storageQueue() {
        each("ship-order", random::storageQueue, StorageQueueEncoder::encode);
    }

    @Test
    void serviceBus() {
        each("send-mail", random::serviceBus, ServiceBusEncoder::encode);
    }

    @Test
    void eventHubs() {
        for (int run = 0; run < RUNS; run++) {
            List<Message<Body>> batch = random.eventHub();

            AzureInvocation invocation = azure.deliver("on-clicks", EventHubsEncoder.encode(batch));

            assertThat(MessagePackage.allHandled(invocation))
                    .as("seed %s", seed)
                    .isEqualTo(batch.stream().map(MessageText::of).toList());
        }
    }

    @Test
    void kafka() {
        each("on-kafka", random::kafka, KafkaEncoder::encode);
    }

    @Test
    void eventGridSchemaToATopic() {
        each("on-grid", random::gridSchema, EventGridEncoder::schema);
    }

    @Test
    void cloudEventToATopic() {
        each("on-grid", random::gridCloudEvent, EventGridEncoder::cloudEvent);
    }

    @Test
    void eventGridSchemaToAFunctionForEvents() {
        eachEvent(random::schemaEvent, EventGridEncoder::schema);
    }

    @Test
    void cloudEventToAFunctionForEvents() {
        eachEvent(random::cloudEvent, EventGridEncoder::cloudEvent);
    }

    private void each(String function, Supplier<Message<Body>> messages, Function<Message<?>, AzureTrigger> encoder) {
        for (int run = 0; run < RUNS; run++) {
            Message<Body> message = messages.get();

            AzureInvocation invocation = azure.deliver(function, encoder.apply(message));

            assertThat(MessagePackage.handled(invocation)).as("seed %s", seed).isEqualTo(MessageText.of(message));
        }
    }

    private void eachEvent(Supplier<Event> events, Function<Event, AzureTrigger> encoder) {
        for (int run = 0; run < RUNS; run++) {
            Event event = events.get();

            AzureInvocation invocation = azure.deliver("on-event", encoder.apply(event));

            assertThat(MessagePackage.handled(invocation)).as("seed %s", seed).isEqualTo(MessageText.of(event));
        }
    }
}
