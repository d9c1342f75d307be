package dev.aloft.testkit.brokers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Frame FIRST = new Frame(1, 0, 0);
    private static final Frame SECOND = new Frame(2, 0, 0);

    private final Ledger ledger = new Ledger(4, 2);

    @Test
    void handledMessagesAreNotLost() {
        for (int message = 0; message < 4; message++) {
            ledger.handled(message, 1);
            ledger.acknowledged(message, FIRST);
        }

        assertThat(row()).matches(Row::isSound).returns(4, Row::handled);
    }

    @Test
    void whatNobodyHasSeenIsLost() {
        assertThat(row()).returns(4, Row::lost).matches(row -> !row.isSound());
    }

    @Test
    void acknowledgementOfAnotherAttemptCounts() {
        ledger.handled(0, 1);
        ledger.acknowledged(0, SECOND);

        assertThat(row()).returns(1, Row::unhandledAcknowledgements).matches(row -> !row.isSound());
    }

    @Test
    void overtakingWithinAGroupCounts() {
        ledger.handled(2, 1);
        ledger.handled(3, 1);
        ledger.handled(0, 1);

        assertThat(row()).returns(2, Row::orderViolations);
    }

    @Test
    void whatFollowsASettledMessageIsInOrder() {
        ledger.rejected(0, 1);
        ledger.handled(2, 1);
        ledger.deadLettered(1);
        ledger.handled(3, 1);

        assertThat(row()).returns(0, Row::orderViolations);
    }

    @Test
    void rejectionMustBeLogged() {
        ledger.rejected(0, 1);
        ledger.acknowledged(0, FIRST);
        ledger.rejected(1, 1);
        ledger.acknowledged(1, FIRST);
        new RejectionLog(ledger).add("Function work rejected message x: Refused: " + RejectionLog.REASON + "1");

        assertThat(row()).returns(2, Row::rejected).returns(1, Row::unlogged);
    }

    @Test
    void whatThePlatformGivesUpHasItsOwnColumns() {
        ledger.deadLettered(0);
        ledger.dropped(1);

        assertThat(row()).returns(1, Row::deadLettered).returns(1, Row::dropped).returns(2, Row::lost);
    }

    private Row row() {
        return ledger.row("test");
    }
}
