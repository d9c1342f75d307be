package dev.aloft.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class GenericTypeTest {
    @Test
    void typeKeepsItsArguments() {
        assertThat(new GenericType<List<String>>() {}.type()).hasToString("java.util.List<java.lang.String>");
        assertThat(new GenericType<String>() {}.type()).isSameAs(String.class);
    }

    @Test
    @SuppressWarnings("rawtypes")
    void missingTypeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GenericType() {})
                .withMessage("Write new GenericType<List<Order>>() {}, with a type.");
    }

    @Test
    void argumentsOfAnotherClassAreNotTakenForTheType() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Swapped<Integer, String>() {})
                .withMessage("Write new GenericType<List<Order>>() {}, with a type.");
    }

    private abstract static class Swapped<A, B> extends GenericType<B> {}
}
