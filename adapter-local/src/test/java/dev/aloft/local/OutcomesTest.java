package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aloft.Functions;
import dev.aloft.Rejected;
import dev.aloft.StorageEvent;
import dev.aloft.local.engine.Profile;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    @Test
    void outcomesTellFailuresRetriesAndTheEnd() {
        LocalFunctions functions = Calm.of(Functions.builder()
                .queue("ship-order", "orders", String.class, (message, context) -> {
                    switch (message.payload()) {
                        case "poison" -> throw new Busy("busy");
                        case "reject" -> throw new Rejected("no such customer");
                        case "second" -> {
                            if (message.attempt().orElseThrow() == 1) {
                                throw new Busy("busy");
                            }
                        }
                        default -> {}
                    }
                })
                .build());

        String second = functions.queue("orders").send("second");
        functions.queue("orders").send("poison");
        functions.queue("orders").send("reject");
        functions.queue("orders").send("good");
        functions.deliverAll();

        Outcomes outcomes = functions.outcomes("ship-order");
        assertThat(outcomes.of(second).retried()).isEqualTo(1);
        assertThat(outcomes.of(second).handled()).isEqualTo(1);
        assertThat(outcomes.handled()).isEqualTo(2);
        assertThat(outcomes.retried()).isEqualTo(1 + 4);
        assertThat(outcomes.rejected()).isEqualTo(1);
        assertThat(outcomes.failed()).isEqualTo(1 + 5 + 1);
        assertThat(outcomes.deadLettered()).isEqualTo(2);
        assertThat(outcomes.dropped()).isZero();
        assertThat(outcomes.timedOut()).isZero();
        assertThat(outcomes.duplicates()).isZero();
        assertThat(outcomes.warnings()).isEmpty();
        assertThat(outcomes).hasToString("{HANDLED=2, FAILED=6, REJECTED=1}");
    }

    @Test
    void whatTakesTooLongTimesOut() {
        Profile hasty = Profile.named("aws").with("timeout", "100ms");
        LocalFunctions functions = LocalFunctions.of(Functions.builder()
                        .queue(
                                "ship-order",
                                "orders",
                                String.class,
                                (message, context) -> new CountDownLatch(1).await())
                        .build())
                .withProfile(hasty)
                .withAttempts(2);

        functions.queue("orders").send("o-1");
        functions.deliverAll();

        Outcomes outcomes = functions.outcomes("ship-order");
        assertThat(outcomes.timedOut()).isGreaterThanOrEqualTo(2);
        assertThat(outcomes.deadLettered()).isEqualTo(1);
        assertThat(functions.queue("orders").deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).isEqualTo("longer than 100 ms"));
    }

    @Test
    void whatNoPlatformKeepsIsNoDeadLetter() {
        LocalFunctions functions = LocalFunctions.of(Functions.builder()
                        .storage("busy", "uploads", List.of(StorageEvent.Kind.CREATED), (event, context) -> {
                            throw new Busy("busy");
                        })
                        .build())
                .withProfile("gcp")
                .withAttempts(3);

        functions.storage("uploads").put("a.png", "x");
        functions.deliverAll();

        assertThat(functions.storage("uploads").deadLetters()).isEmpty();
        assertThat(functions.outcomes("busy").dropped()).isEqualTo(1);
        assertThat(functions.redrive()).isZero();
    }

    @Test
    void whatWaitsTooLongIsADeadLetterThatNobodyTried() {
        Profile slow = Profile.named("calm").with("stream.batch", "1").with("stream.age", "1ms");
        LocalFunctions functions = LocalFunctions.of(
                        Functions.builder().stream("sum", "clicks", String.class, (message, context) -> {})
                                .build())
                .withProfile(slow.with("duration", "10s"));

        functions.stream("clicks").append("ada", "1");
        functions.stream("clicks").append("ada", "2");
        functions.deliverAll();

        assertThat(functions.stream("clicks").deadLetters())
                .extracting(DeadLetter::attempts, DeadLetter::reasonType, DeadLetter::reason)
                .containsExactly(tuple(0, "", "It is older than its source keeps it."));
    }
}
