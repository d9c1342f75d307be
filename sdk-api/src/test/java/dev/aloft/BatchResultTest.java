package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchResultTest {
    private final Message<String> first = Message.of("m-1", "a");
    private final Message<String> second = Message.of("m-2", "b");

    @Test
    void everyMessageIsDoneUnlessToldOtherwise() {
        assertThat(BatchResult.allHandled().failureCount()).isZero();
        assertThat(BatchResult.allHandled().failure(first)).isEmpty();
        assertThat(BatchResult.builder().build()).isSameAs(BatchResult.allHandled());
    }

    @Test
    void failureKeepsItsReason() {
        Rejected rejected = new Rejected("no such customer");

        BatchResult result = BatchResult.builder()
                .failed(first, rejected)
                .failed(second, "the index is full")
                .build();

        assertThat(result.failureCount()).isEqualTo(2);
        assertThat(result.failure(first)).containsSame(rejected);
        assertThat(result.failure(second).orElseThrow())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the index is full");
    }

    @Test
    void messagesOfOneIdAreToldApart() {
        Message<String> duplicate = Message.of("m-1", "a");

        BatchResult result = BatchResult.builder().failed(duplicate, "x").build();

        assertThat(duplicate).isEqualTo(first);
        assertThat(result.failure(first)).isEmpty();
        assertThat(result.failure(duplicate)).isPresent();
    }

    @Test
    void laterReasonReplacesTheFirst() {
        BatchResult result =
                BatchResult.builder().failed(first, "a").failed(first, "b").build();

        assertThat(result.failureCount()).isEqualTo(1);
        assertThat(result.failure(first).orElseThrow()).hasMessage("b");
    }

    @Test
    void builderThatGoesOnDoesNotChangeWhatItBuilt() {
        BatchResult.Builder builder = BatchResult.builder().failed(first, "a");
        BatchResult result = builder.build();

        builder.failed(second, "b");

        assertThat(result.failureCount()).isEqualTo(1);
    }

    @Test
    void textIsTheCountAlone() {
        BatchResult result = BatchResult.builder().failed(first, "secret").build();

        assertThat(result).hasToString("BatchResult[1 failed]");
    }
}
