package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import dev.aloft.Event;
import dev.aloft.Functions;
import dev.aloft.Message;
import dev.aloft.Rejected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalFanOutTest {
    private final List<String> calls = new ArrayList<>();

    private void call(String function, Message<String> message) {
        calls.add(function + " " + message.payload() + message.attempt().orElseThrow());
    }

    @Test
    void eachFunctionOfATopicGetsItsCopy() {
        Set<String> ids = new HashSet<>();
        LocalFunctions functions = Calm.of(Functions.builder()
                .topic("mail", "orders", String.class, (message, context) -> {
                    call("mail", message);
                    ids.add(message.id());
                })
                .topic("stock", "orders", String.class, (message, context) -> {
                    call("stock", message);
                    ids.add(message.id());
                    throw new Rejected("sold out");
                })
                .topic("other", "news", String.class, (message, context) -> call("other", message))
                .queue("queue", "orders", String.class, (message, context) -> call("queue", message))
                .build());

        String id = functions.topic("orders").publish("a");

        assertThat(functions.topic("orders").waiting()).isEqualTo(2);
        functions.deliverAll();
        assertThat(calls).containsExactly("mail a1", "stock a1");
        assertThat(ids).containsExactly(id);
        assertThat(functions.topic("orders").deadLetters())
                .extracting(DeadLetter::function)
                .containsExactly("stock");
    }

    @Test
    void oneFunctionsFailureIsNoneOfTheOthers() {
        LocalFunctions functions = Calm.of(Functions.builder()
                .topic("mail", "orders", String.class, (message, context) -> {
                    call("mail", message);
                    throw new Busy("busy");
                })
                .topic("stock", "orders", String.class, (message, context) -> call("stock", message))
                .build());

        functions.topic("orders").publish("a");
        functions.deliverAll();

        assertThat(calls).containsExactly("mail a1", "stock a1", "mail a2", "mail a3", "mail a4", "mail a5");
    }

    @Test
    void aStreamKeepsTheOrderOfAKeyAndOthersGoOn() {
        LocalFunctions functions =
                Calm.of(Functions.builder().stream("count", "clicks", String.class, (message, context) -> {
                            call(message.orderingKey().orElseThrow(), message);
                            if (message.payload().equals("a")
                                    && message.attempt().orElseThrow() < 3) {
                                throw new Later(Duration.ofHours(1));
                            }
                        })
                        .build());
        LocalStream clicks = functions.stream("clicks");

        clicks.append("ada", "a");
        clicks.append("bob", "b");
        clicks.append("ada", "c");
        clicks.append("bob", "d");
        functions.deliverAll();

        assertThat(calls).containsExactly("ada a1", "bob b1", "bob d1", "ada a2", "ada a3", "ada c1");
    }

    @Test
    void aKeyGoesOnBehindADeadLetter() {
        LocalFunctions functions = Calm.of(Functions.builder().stream(
                                "count", "clicks", String.class, (message, context) -> {
                                    call("count", message);
                                    if (message.payload().equals("a")) {
                                        throw new Busy("busy");
                                    }
                                })
                        .build())
                .withAttempts(2);

        functions.stream("clicks").append("ada", "a");
        functions.stream("clicks").append("ada", "b");
        functions.deliverAll();

        assertThat(calls).containsExactly("count a1", "count a2", "count b1");
        assertThat(functions.stream("clicks").deadLetters()).hasSize(1);
        assertThat(functions.stream("clicks").waiting()).isZero();
    }

    @Test
    void recordsTellTheirPosition() {
        List<String> told = new ArrayList<>();
        LocalFunctions functions = Calm.of(Functions.builder().stream(
                        "count",
                        "clicks",
                        String.class,
                        (message, context) -> told.add(message.partition().orElse("-") + "/"
                                + message.sequence().orElse("-")))
                .build());

        functions.stream("clicks").append("ada", "a");
        functions.stream("clicks").append("bob", Message.builder("m-1", "b").build());
        functions.deliverAll();

        assertThat(told).containsExactly("0/0", "0/1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noRecordOvertakesOneOfItsKeyWhateverFails(long seed) {
        Random random = new Random(seed);
        Map<String, List<Integer>> done = new HashMap<>();
        LocalFunctions functions =
                Calm.of(Functions.builder().stream("count", "clicks", String.class, (message, context) -> {
                            int kind = random.nextInt(6);
                            if (message.attempt().orElseThrow() < 5 && kind == 0) {
                                throw new Busy("busy");
                            }
                            if (message.attempt().orElseThrow() < 5 && kind == 1) {
                                throw new Later(Duration.ofMillis(random.nextInt(5_000)));
                            }
                            done.computeIfAbsent(message.orderingKey().orElseThrow(), key -> new ArrayList<>())
                                    .add(Integer.parseInt(message.payload()));
                        })
                        .build());

        for (int i = 0; i < 500; i++) {
            functions.stream("clicks").append("key-" + random.nextInt(7), Integer.toString(i));
        }
        functions.deliverAll();

        assertThat(done.values())
                .as("seed %d", seed)
                .allSatisfy(list -> assertThat(list).isSorted());
        assertThat(done.values().stream().mapToInt(List::size).sum()).isEqualTo(500);
    }

    @Test
    void eventsGoToTheFunctionsThatTakeThem() {
        List<String> taken = new ArrayList<>();
        LocalFunctions functions = Calm.of(Functions.builder()
                        .event("placed", List.of("order.placed"), (event, context) -> {
                            taken.add("placed " + event.id() + " "
                                    + context.attempt().orElseThrow());
                            throw new Busy("busy");
                        })
                        .event("all", List.of(), (event, context) -> taken.add("all " + event.id()))
                        .event("paid", List.of("order.paid"), (event, context) -> taken.add("paid"))
                        .build())
                .withAttempts(2);

        functions.event(Event.builder("e-1", "/shop", "order.placed").build());
        functions.deliverAll();

        assertThat(taken).containsExactly("placed e-1 1", "all e-1", "placed e-1 2");
        DeadEvent<Event> dead = functions.deadEvents().get(0);
        assertThat(dead.function()).isEqualTo("placed");
        assertThat(dead.event().id()).isEqualTo("e-1");
        assertThat(dead.attempts()).isEqualTo(2);
        assertThat(dead.reasonType()).isEqualTo("dev.aloft.local.Busy");
        assertThat(dead.reason()).isEqualTo("busy");
    }

    @Test
    void anEventThatNobodyTakesIsRefused() {
        LocalFunctions functions = Calm.of(Functions.builder()
                .event("placed", List.of("order.placed"), (event, context) -> {})
                .build());

        assertThatThrownBy(() -> functions.event(
                        Event.builder("e-1", "/shop\n", "order.paid").build()))
                .isInstanceOf(AloftException.class)
                .hasMessage(
                        "ALOFT-125 No function takes events of the type order.paid from /shop?. The functions for events: [placed"
                                + " (events of the types [order.placed])]. Change the event, or a function's @EventTrigger.");
    }
}
