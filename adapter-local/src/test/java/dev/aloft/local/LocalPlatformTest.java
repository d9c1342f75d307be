package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import dev.aloft.Document;
import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.Rejected;
import dev.aloft.StorageEvent;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import dev.aloft.spi.MessageBinding;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a platform does with functions: the engine under {@link LocalFunctions}. */
class LocalPlatformTest {
    private static LocalFunctions orders(MessageHandler<String> handler) {
        return LocalFunctions.of(Functions.builder()
                .queue("ship-order", "orders", String.class, handler)
                .build());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void withoutMoreSomethingComesTwiceWhateverTheSeed(long seed) {
        AtomicInteger shipped = new AtomicInteger();
        LocalFunctions functions =
                orders((message, context) -> shipped.incrementAndGet()).withSeed(seed);

        String id = functions.queue("orders").send("o-1");
        functions.deliverAll();

        Outcomes outcomes = functions.outcomes("ship-order");
        assertThat(shipped.get()).isGreaterThan(1);
        assertThat(outcomes.duplicates()).isEqualTo(shipped.get() - 1);
        assertThat(outcomes.handled()).isEqualTo(1);
        assertThat(outcomes.of(id).handled()).isEqualTo(1);
        assertThat(outcomes.of("another").handled()).isZero();
        assertThat(outcomes.deadLettered()).isZero();
    }

    /** All kinds of sources, functions that send, fail and reject, and time that goes on. */
    private static String pipeline(String profile, long seed) {
        LocalFunctions[] self = new LocalFunctions[1];
        self[0] = LocalFunctions.of(Functions.builder()
                        .queue("pay", "orders", String.class, (message, context) -> {
                            if (message.attempt().orElseThrow() == 1
                                    && message.payload().endsWith("3")) {
                                throw new Busy("busy");
                            }
                            self[0].topic("paid").publish(message.id());
                            self[0].stream("ledger").append("all", message.payload());
                            self[0].storage("receipts").put(message.payload(), message.id());
                        })
                        .topic("mail", "paid", String.class, (message, context) -> {})
                        .topic("ship", "paid", String.class, (message, context) -> {
                            throw new Rejected("no address");
                        })
                        .stream("sum", "ledger", String.class, (message, context) -> {})
                        .storage(
                                "print",
                                "receipts",
                                List.of(StorageEvent.Kind.CREATED),
                                (event, context) -> self[0].database("prints")
                                        .insert(Document.builder()
                                                .set("id", event.sequencer().orElseThrow())
                                                .build()))
                        .change("count", "prints", Document.class, (change, context) -> {})
                        .schedule("clean-up", "*/5 * * * *", (event, context) -> {})
                        .build())
                .withProfile(profile)
                .withSeed(seed);
        for (int i = 0; i < 8; i++) {
            self[0].queue("orders").send("o-" + i);
        }
        self[0].deliverAll();
        self[0].advance(Duration.ofMinutes(11));
        self[0].deliverAll();
        return self[0].timeline().text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict", "aws", "azure", "gcp", "calm"})
    void theSameSeedGivesTheSameTimeline(String profile) {
        String first = pipeline(profile, 42);

        for (int i = 0; i < 10; i++) {
            assertThat(pipeline(profile, 42)).isEqualTo(first);
        }
        assertThat(first).startsWith("profile " + profile + ", seed 42\n").contains("schedule clean-up", "16-1.1");
    }

    @Test
    void otherSeedsGiveOtherTimelines() {
        Set<String> texts = new HashSet<>();
        for (long seed = 0; seed < 5; seed++) {
            texts.add(pipeline("strict", seed));
        }

        assertThat(texts).hasSize(5);
    }

    /** An application whose handlers are made for each instance, as the annotation processor's index does. */
    private static final class Fresh implements FunctionIndex {
        private final Set<Object> used = ConcurrentHashMap.newKeySet();

        @Override
        public List<FunctionDefinition> functions() {
            return List.of(
                    FunctionDefinition.message("ship-order", MessageBinding.Kind.QUEUE, "orders"),
                    FunctionDefinition.message("mail", MessageBinding.Kind.TOPIC, "news"));
        }

        @Override
        public Object handler(String functionName, @Nullable HandlerFactory factory) {
            AtomicInteger own = new AtomicInteger();
            return (MessageHandler<String>) (message, context) -> {
                own.incrementAndGet();
                used.add(own);
            };
        }

        @Override
        public Type payloadType(String functionName) {
            return String.class;
        }
    }

    @Test
    void eachInstanceHasHandlersOfItsOwn() {
        Fresh strict = new Fresh();
        Fresh calm = new Fresh();
        for (LocalFunctions functions : List.of(LocalFunctions.of(strict), Calm.of(calm))) {
            for (int i = 0; i < 40; i++) {
                functions.queue("orders").send("o-" + i);
            }
            functions.deliverAll();
        }

        assertThat(strict.used).hasSizeGreaterThan(1);
        assertThat(calm.used).hasSize(1);
    }

    @Test
    void aFunctionThatThereIsNotHasNoOutcomes() {
        LocalFunctions functions = orders((message, context) -> {});

        assertThatThrownBy(() -> functions.outcomes("sihp"))
                .isInstanceOf(AloftException.class)
                .hasMessage("ALOFT-123 There is no function named sihp. Declared: "
                        + functions.definitions().stream()
                                .map(FunctionDefinition::name)
                                .toList()
                        + ". A function has its class's or method's name in kebab case, or that of @FunctionName.");
    }

    @Test
    void deadLettersCanBeDeliveredAgain() {
        AtomicBoolean repaired = new AtomicBoolean();
        LocalFunctions functions = orders((message, context) -> {
            if (!repaired.get()) {
                throw new Rejected("no stock");
            }
        });
        String id = functions.queue("orders").send("o-1");
        functions.deliverAll();

        repaired.set(true);

        assertThat(functions.redrive()).isEqualTo(1);
        assertThat(functions.queue("orders").waiting()).isEqualTo(1);
        functions.deliverAll();
        assertThat(functions.queue("orders").deadLetters()).isEmpty();
        assertThat(functions.outcomes("ship-order").of(id).handled()).isEqualTo(1);
        assertThat(functions.redrive()).isZero();
    }

    @Test
    void messagesOfOneKeyKeepTheirOrderAndOthersDoNot() {
        List<String> keyed = new CopyOnWriteArrayList<>();
        List<String> others = new CopyOnWriteArrayList<>();
        LocalFunctions functions = orders((message, context) -> {
            List<String> seen = message.orderingKey().isPresent() ? keyed : others;
            if (!seen.contains(message.payload())) {
                seen.add(message.payload());
            }
        });

        for (char letter = 'a'; letter < 'k'; letter++) {
            functions
                    .queue("orders")
                    .send(Message.builder("k-" + letter, "" + letter)
                            .orderingKey("ada")
                            .build());
            functions.queue("orders").send("" + letter);
        }
        assertThat(functions.queue("orders").waiting()).isGreaterThanOrEqualTo(20);
        functions.deliverAll();

        assertThat(keyed).hasSize(10).isSorted();
        assertThat(others).hasSize(10).doesNotContainSequence("a", "b", "c", "d", "e");
    }

    @Test
    void batchHasTheAttemptOnWhichItsMessagesAgree() {
        List<Integer> attempts = new CopyOnWriteArrayList<>();
        MessageBinding orders = new MessageBinding(MessageBinding.Kind.QUEUE, "orders");
        LocalFunctions[] self = new LocalFunctions[1];
        self[0] = Calm.of(
                Functions.builder()
                        .batch("ship-order", orders, String.class, (batch, context) -> {
                            attempts.add(context.attempt().orElse(0));
                            if (attempts.size() == 2) {
                                self[0].queue("orders").send("o-3");
                            }
                            throw new Busy("busy");
                        })
                        .build(),
                "0");

        self[0].queue("orders").send("o-1");
        self[0].queue("orders").send("o-2");
        self[0].deliverAll();

        assertThat(attempts).startsWith(1, 2, 0);
    }

    @Test
    void whatBeginsAtTheVeryEndIsAtWorkUntilTimeGoesOn() {
        List<String> seen = new CopyOnWriteArrayList<>();
        LocalFunctions functions = orders((message, context) -> seen.add(message.payload()));

        functions.queue("orders").send("o-1");
        functions.advance(Duration.ZERO);
        int atOnce = functions.outcomes("ship-order").handled();
        functions.advance(Duration.ofMinutes(1));

        assertThat(atOnce).isZero();
        assertThat(seen).contains("o-1");
        assertThat(functions.outcomes("ship-order").handled()).isEqualTo(1);
    }

    @Test
    void whatIsTooLargeForThePlatformIsRefused() {
        LocalFunctions functions = orders((message, context) -> {});

        assertThatThrownBy(() -> functions.queue("orders").send("x".repeat(49_153)))
                .isInstanceOf(AloftException.class)
                .hasMessageStartingWith("ALOFT-142 A message of 49153 bytes is too large for queue orders");
        assertThat(functions.queue("orders").waiting()).isZero();
    }

    @Test
    void anUnknownProfileIsRefused() {
        LocalFunctions functions = orders((message, context) -> {});

        assertThatThrownBy(() -> functions.withProfile("azur")).hasMessageStartingWith("ALOFT-140 ");
    }

    @Test
    void invocationsAndMessagesHaveIdsOfTheSeed() {
        List<String> ids = new CopyOnWriteArrayList<>();
        LocalFunctions functions = Calm.of(Functions.builder()
                        .queue(
                                "ship-order",
                                "orders",
                                String.class,
                                (message, context) -> ids.add(context.invocationId() + " " + message.id()))
                        .http("hello", "GET", "/", (request, context) -> HttpResponse.ok(context.invocationId()))
                        .build())
                .withSeed(35);

        functions.queue("orders").send("o-1");
        functions.deliverAll();

        assertThat(ids).containsExactly("z-c1 z-1");
        assertThat(functions.http().get("/").text()).isEqualTo("z-h1");
        assertThat(functions.http().get("/").text()).isEqualTo("z-h2");
    }
}
