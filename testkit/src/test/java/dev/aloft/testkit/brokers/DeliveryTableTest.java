package dev.aloft.testkit.brokers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/delivery.md row by row: a native event of the source goes in, and this is what its platform is told. */
class DeliveryTableTest {
    static Set<DeliveryRow> batches() {
        return EnumSet.allOf(DeliveryRow.class).stream()
                .filter(DeliveryRow::hasBatches)
                .collect(Collectors.toSet());
    }

    @BeforeEach
    void forgetCalls() {
        PairedApplication.takeCalls();
    }

    @ParameterizedTest
    @EnumSource
    void whatReturnedIsDone(DeliveryRow row) {
        assertThat(row.deliver("return")).isEqualTo(row.told().returned());
        assertThat(PairedApplication.takeCalls()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasThrownComesAgain(DeliveryRow row) {
        assertThat(row.deliver("throw")).isEqualTo(row.told().thrown());
        assertThat(row.deliver("error")).isEqualTo(row.told().thrown());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsForLaterComesAgain(DeliveryRow row) {
        assertThat(row.deliver("later")).isEqualTo(row.told().later());
    }

    @ParameterizedTest
    @EnumSource
    void whatWasRejectedIsNotDeliveredAgain(DeliveryRow row) {
        assertThat(row.deliver("reject")).isEqualTo(row.told().rejected());
        assertThat(PairedApplication.takeCalls()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("batches")
    void ofABatchComesAgainWhatThePlatformCanTakeBack(DeliveryRow row) {
        assertThat(row.deliver("return", "throw", "return"))
                .isEqualTo(row.part().answer());
        assertThat(PairedApplication.takeCalls()).hasSize(row.part().calls());
    }
}
