package dev.aloft.runtime;

import dev.aloft.BatchHandler;
import dev.aloft.BatchResult;
import dev.aloft.Functions;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.MessageBinding.Kind;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random deliveries against the few rules that a delivery keeps, whatever happens. */
class DeliveryRandomTest {
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void oneAfterTheOther() {
        for (int i = 0; i < 3_000; i++) {
            deliverOneByOne(1, i);
        }
    }

    @Test
    void severalAtOnce() {
        for (int i = 0; i < 500; i++) {
            deliverOneByOne(2 + random.nextInt(63), i);
        }
    }

    @Test
    void together() {
        for (int i = 0; i < 3_000; i++) {
            RandomDelivery delivery = new RandomDelivery(random);
            BatchHandler<String> handler = (messages, context) -> {
                BatchResult.Builder result = BatchResult.builder();
                for (Message<String> message : messages) {
                    Exception failure = delivery.reported(message.id());
                    if (failure != null) {
                        result.failed(message, failure);
                    }
                }
                return result.build();
            };
            DeliveryResult result = deliver(
                    1,
                    delivery,
                    Functions.builder().batch("f", new MessageBinding(Kind.QUEUE, "orders"), String.class, handler));

            check(i, () -> delivery.checkTogether(result));
        }
    }

    private void deliverOneByOne(int parallelism, int number) {
        RandomDelivery delivery = new RandomDelivery(random);
        MessageHandler<String> handler = (message, context) -> delivery.handle(message.id());

        DeliveryResult result =
                deliver(parallelism, delivery, Functions.builder().queue("f", "orders", String.class, handler));

        check(number, () -> delivery.checkOneByOne(result, parallelism));
    }

    private static DeliveryResult deliver(int parallelism, RandomDelivery delivery, Functions.Builder functions) {
        FunctionRuntime runtime = FunctionRuntime.start(
                "test", Map.of("ALOFT_PARALLELISM", String.valueOf(parallelism)), functions.build());
        DeliveryResult result =
                runtime.deliver(runtime.select(TestFunctions.ORIGIN), delivery.items(), new RecordingInvocation());
        // An interruption is one of the outcomes; it is not meant for the next delivery.
        Thread.interrupted();
        return result;
    }

    private void check(int number, Runnable check) {
        try {
            check.run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ", delivery " + number, e);
        }
    }
}
