package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RejectedTest {
    @Test
    void reasonAndCauseAreKept() {
        Exception cause = new Exception("first");

        assertThat(new Rejected("no such customer"))
                .hasMessage("no such customer")
                .hasNoCause();
        assertThat(new Rejected("no such customer", cause))
                .hasMessage("no such customer")
                .hasCause(cause);
    }
}
