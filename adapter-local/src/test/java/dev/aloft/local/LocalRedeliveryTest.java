package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.BatchResult;
import dev.aloft.Body;
import dev.aloft.Functions;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.Rejected;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import dev.aloft.spi.MessageBinding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LocalRedeliveryTest {
    private final List<String> calls = new ArrayList<>();

    private static LocalFunctions orders(MessageHandler<String> handler) {
        return Calm.of(Functions.builder()
                .queue("ship-order", "orders", String.class, handler)
                .build());
    }

    private static void send(LocalFunctions functions, String... payloads) {
        for (String payload : payloads) {
            functions.queue("orders").send(payload);
        }
    }

    private void call(Message<String> message) {
        calls.add(message.payload() + message.attempt().orElseThrow());
    }

    @Test
    void whatFailsComesAgainWithItsIdUntilItIsDone() {
        List<String> ids = new ArrayList<>();
        LocalFunctions functions = orders((message, context) -> {
            call(message);
            ids.add(message.id());
            if (calls.size() < 3) {
                throw new Busy("busy");
            }
        });

        send(functions, "a");
        functions.deliverAll();

        assertThat(calls).containsExactly("a1", "a2", "a3");
        assertThat(ids).hasSize(3).containsOnly(ids.get(0));
        assertThat(functions.queue("orders").deadLetters()).isEmpty();
    }

    @Test
    void fiveFailuresAreADeadLetterWithTheLastReason() {
        LocalFunctions functions = orders((message, context) -> {
            call(message);
            throw new Busy("busy at " + calls.size());
        });

        send(functions, "a");
        functions.deliverAll();

        assertThat(calls).containsExactly("a1", "a2", "a3", "a4", "a5");
        DeadLetter letter = functions.queue("orders").deadLetters().get(0);
        assertThat(letter.function()).isEqualTo("ship-order");
        assertThat(letter.message().body().text()).isEqualTo("a");
        assertThat(letter.attempts()).isEqualTo(5);
        assertThat(letter.reasonType()).isEqualTo("dev.aloft.local.Busy");
        assertThat(letter.reason()).isEqualTo("busy at 5");
        assertThat(functions.queue("orders").waiting()).isZero();
    }

    @Test
    void theNumberOfAttemptsIsAnOption() {
        LocalFunctions functions = orders((message, context) -> {
                    call(message);
                    throw new AssertionError();
                })
                .withAttempts(2);

        send(functions, "a");
        functions.deliverAll();

        assertThat(calls).containsExactly("a1", "a2");
        assertThat(functions.queue("orders").deadLetters().get(0).reason()).isEmpty();
    }

    @Test
    void whatIsRejectedNeverComesAgain() {
        LocalFunctions functions = orders((message, context) -> {
            call(message);
            throw new Rejected("no such customer");
        });

        send(functions, "a", "b");
        functions.deliverAll();

        assertThat(calls).containsExactly("a1", "b1");
        assertThat(functions.queue("orders").deadLetters())
                .extracting(DeadLetter::reason)
                .containsExactly("no such customer", "no such customer");
        assertThat(functions.queue("orders").deadLetters().get(0).attempts()).isEqualTo(1);
    }

    @Test
    void whatFailsComesAgainBehindWhatWaits() {
        LocalFunctions functions = orders((message, context) -> {
            call(message);
            if (message.payload().equals("a") && message.attempt().orElseThrow() == 1) {
                throw new Busy("busy");
            }
        });

        send(functions, IntStream.range(0, 12).mapToObj(i -> i == 0 ? "a" : "b").toArray(String[]::new));
        functions.deliverAll();

        assertThat(calls).hasSize(13).startsWith("a1").endsWith("a2");
    }

    @Test
    @Timeout(20)
    void delaysDecideTheOrderAndTakeNoTime() {
        LocalFunctions functions = orders((message, context) -> {
            call(message);
            if (message.attempt().orElseThrow() == 1) {
                switch (message.payload()) {
                    case "week" -> throw new Later(Duration.ofDays(7));
                    case "hour" -> throw new Later(Duration.ofHours(1));
                    case "fails" -> throw new Busy("busy");
                    default -> throw new Later(Duration.ofMillis(1));
                }
            }
        });

        send(functions, "week", "hour", "fails", "soon");
        functions.deliverAll();

        assertThat(calls).containsExactly("week1", "hour1", "fails1", "soon1", "soon2", "fails2", "hour2", "week2");
    }

    @Test
    void aDelayIsOneOfTheAttempts() {
        LocalFunctions functions = orders((message, context) -> {
            call(message);
            throw new Later(Duration.ZERO);
        });

        send(functions, "a");
        functions.deliverAll();

        assertThat(calls).hasSize(5);
        assertThat(functions.queue("orders").deadLetters().get(0).reasonType()).isEqualTo("dev.aloft.local.Later");
    }

    @Test
    void poisonDoesNotKeepOthersFromTheirFunction() {
        LocalFunctions functions = Calm.of(Functions.builder()
                .queue("ship-order", "orders", String.class, (message, context) -> call(message))
                .build());
        byte[] notUtf8 = {(byte) 0xC0, (byte) 0xAF};

        send(functions, "a");
        functions.queue("orders").send(notUtf8);
        functions.queue("orders").send("[".repeat(100_000));
        send(functions, "b");
        functions.deliverAll();

        assertThat(calls).hasSize(3).startsWith("a1").endsWith("b1");
        assertThat(functions.queue("orders").deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).startsWith("ALOFT-305 ");
            assertThat(letter.attempts()).isEqualTo(5);
            assertThat(letter.message().body().bytes()).isEqualTo(notUtf8);
        });
    }

    @Test
    void whatAFunctionSendsMeanwhileIsDeliveredToo() {
        LocalFunctions[] self = new LocalFunctions[1];
        self[0] = orders((message, context) -> {
            call(message);
            if (message.payload().equals("a")) {
                self[0].queue("orders").send("b");
            }
        });

        send(self[0], "a");
        self[0].deliverAll();

        assertThat(calls).containsExactly("a1", "b1");
    }

    @Test
    void ofABatchOnlyWhatFailedComesAgain() {
        List<Integer> sizes = new ArrayList<>();
        LocalFunctions functions = Calm.of(Functions.builder()
                .batch(
                        "index",
                        new MessageBinding(MessageBinding.Kind.QUEUE, "orders"),
                        String.class,
                        (messages, context) -> {
                            sizes.add(messages.size());
                            BatchResult.Builder result = BatchResult.builder();
                            for (Message<String> message : messages) {
                                call(message);
                                if (message.payload().equals("bad")) {
                                    result.failed(message, new Rejected("bad"));
                                } else if (message.attempt().orElseThrow() == 1
                                        && message.payload().equals("slow")) {
                                    result.failed(message, "slow");
                                }
                            }
                            return result.build();
                        })
                .build());

        send(functions, "a", "slow", "bad", "b", "c", "d", "e", "f", "g", "h", "i", "j");
        functions.deliverAll();

        assertThat(sizes).containsExactly(10, 2, 1);
        assertThat(calls).endsWith("slow2").doesNotContain("a2", "bad2");
        assertThat(functions.queue("orders").deadLetters()).hasSize(1);
    }

    @Test
    void anInterruptEndsTheRunAndTheNextOneGoesOn() {
        LocalFunctions functions = orders((message, context) -> {
            call(message);
            if (calls.size() == 1) {
                throw new InterruptedException();
            }
        });

        send(functions, "a", "b");
        functions.deliverAll();
        boolean wasInterrupted = Thread.interrupted();

        assertThat(wasInterrupted).isTrue();
        assertThat(calls).containsExactly("a1");
        assertThat(functions.queue("orders").waiting()).isEqualTo(2);
        functions.deliverAll();
        assertThat(calls).containsExactly("a1", "b1", "a2");
    }

    /** An application whose handler has no working constructor. */
    private static final class Broken implements FunctionIndex {
        @Override
        public List<FunctionDefinition> functions() {
            return List.of(FunctionDefinition.message("ship-order", MessageBinding.Kind.QUEUE, "orders"));
        }

        @Override
        public Object handler(String functionName, @Nullable HandlerFactory factory) {
            throw new IllegalStateException("no database\n2026 ERROR forged");
        }
    }

    @Test
    void aHandlerThatCannotBeCreatedLosesNothing() {
        LocalFunctions functions = Calm.of(new Broken(), Map.of());

        functions.queue("orders").send("a");
        functions.deliverAll();

        assertThat(functions.queue("orders").deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.attempts()).isEqualTo(5);
            assertThat(letter.reason()).startsWith("ALOFT-108 The handler of function ship-order cannot be created");
        });
    }

    @Test
    void aHandlersBodyIsTheVerySameAtEachDelivery() {
        List<Body> bodies = new ArrayList<>();
        LocalFunctions functions = Calm.of(Functions.builder()
                .queue("ship-order", "orders", Body.class, (message, context) -> {
                    bodies.add(message.payload());
                    throw new Busy("busy");
                })
                .build());

        functions.queue("orders").send(new byte[] {1, 2, (byte) 0xFF});
        functions.deliverAll();

        assertThat(bodies)
                .hasSize(5)
                .allSatisfy(body -> assertThat(body.bytes()).containsExactly(1, 2, 0xFF));
    }
}
