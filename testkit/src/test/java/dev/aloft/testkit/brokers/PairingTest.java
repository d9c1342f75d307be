package dev.aloft.testkit.brokers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of function, deployed alone, gets every native event of its platform. */
class PairingTest {
    static Stream<Arguments> right() {
        return pairs().filter(pair -> isRight(pair.get()));
    }

    static Stream<Arguments> wrong() {
        return pairs().filter(pair -> !isRight(pair.get()));
    }

    private static Stream<Arguments> pairs() {
        return Pairing.all().stream()
                .flatMap(pairing -> Arrays.stream(FunctionKind.values()).map(kind -> Arguments.of(kind, pairing)));
    }

    private static boolean isRight(Object[] pair) {
        return ((Pairing) pair[1]).takers().contains((FunctionKind) pair[0]);
    }

    @BeforeEach
    void forgetCalls() {
        PairedApplication.takeCalls();
    }

    @ParameterizedTest(name = "{0} gets {1}")
    @MethodSource("right")
    void rightEventIsDelivered(FunctionKind kind, Pairing pairing) {
        Attempt attempt = pairing.sender().apply(kind);

        assertThat(attempt).matches(tried -> !tried.failed(), "is acknowledged");
        assertThat(PairedApplication.takeCalls())
                .containsExactly(kind.definition().name());
    }

    @ParameterizedTest(name = "{0} refuses {1}")
    @MethodSource("wrong")
    void wrongEventFailsWithACodeAndBothSides(FunctionKind kind, Pairing pairing) {
        Attempt attempt = pairing.sender().apply(kind);

        assertThat(attempt).matches(Attempt::failed, "is refused");
        assertThat(attempt.text()).contains(pairing.refusal(kind));
        assertThat(PairedApplication.takeCalls()).isEmpty();
    }
}
