package dev.aloft.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventBindingTest {
    @Test
    void bindingWithoutNamesTakesEverything() {
        EventBinding binding = new EventBinding(List.of(), "");

        assertThat(binding.takes("t", "s")).isTrue();
        assertThat(binding.expects()).isEqualTo("events of every type");
    }

    @Test
    void typesAndSourceCompareWithCase() {
        Binding definition =
                FunctionDefinition.event("f", "/shop", "placed", "paid").binding();
        EventBinding binding = (EventBinding) definition;

        assertThat(binding.takes("placed", "/shop")).isTrue();
        assertThat(binding.takes("paid", "/shop")).isTrue();
        assertThat(binding.takes("Placed", "/shop")).isFalse();
        assertThat(binding.takes("placed", "/Shop")).isFalse();
        assertThat(binding.takes("shipped", "/shop")).isFalse();
        assertThat(binding.expects()).isEqualTo("events of the types [placed, paid] from /shop");
    }

    @Test
    void typesAreCopied() {
        List<String> types = new ArrayList<>(List.of("placed"));
        EventBinding binding = new EventBinding(types, "");

        types.add("paid");

        assertThat(binding).isEqualTo(new EventBinding(List.of("placed"), ""));
    }
}
