package dev.aloft.testkit.brokers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.testkit.brokers.BatchVerdict.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchVerdictTest {
    private static final Set<String> IDS = Set.of("a", "b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"batchItemFailures\":[]}",
                "{\"batchItemFailures\":null}",
                "{\"batchItemFailure\":[{\"itemIdentifier\":\"a\"}]}"
            })
    void replyWithoutFailuresIsSuccess(String reply) {
        assertThat(verdict(reply).kind()).isEqualTo(Kind.ALL_DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"c\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"c\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"item\":\"a\"}]}",
                "{\"batchItemFailures\":[\"a\"]}",
                "{\"batchItemFailures\":[",
                "\"ok\""
            })
    void replyThatNamesNoMessageOfTheBatchIsFailure(String reply) {
        assertThat(verdict(reply).kind()).isEqualTo(Kind.ALL_BACK);
    }

    @Test
    void namedMessagesComeBack() {
        BatchVerdict verdict = verdict("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}");

        assertThat(verdict).isEqualTo(new BatchVerdict(Kind.SOME_BACK, Set.of("b")));
    }

    @Test
    void functionErrorIsFailure() {
        Answer answer = Answer.threw(new IllegalStateException());

        assertThat(BatchVerdict.of(answer, true, IDS).kind()).isEqualTo(Kind.ALL_BACK);
        assertThat(BatchVerdict.of(answer, false, IDS).kind()).isEqualTo(Kind.ALL_BACK);
    }

    @Test
    void nobodyReadsReportsThatAreNotSwitchedOn() {
        Answer answer = answer("{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]}");

        assertThat(BatchVerdict.of(answer, false, IDS).kind()).isEqualTo(Kind.ALL_DONE);
    }

    private static BatchVerdict verdict(String reply) {
        return BatchVerdict.of(answer(reply), true, IDS);
    }

    private static Answer answer(String reply) {
        return Answer.returned(reply.getBytes(StandardCharsets.UTF_8));
    }
}
