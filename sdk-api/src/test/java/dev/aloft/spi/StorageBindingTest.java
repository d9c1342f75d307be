package dev.aloft.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import dev.aloft.StorageEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageBindingTest {
    private final Binding binding = FunctionDefinition.storage("f", "uploads", Kind.CREATED, Kind.METADATA_UPDATED)
            .binding();

    @Test
    void kindsAreToldInWords() {
        assertThat(binding.expects()).isEqualTo("storage events (created, metadata updated) of uploads");
        assertThat(StorageBinding.events(Kind.METADATA_UPDATED)).isEqualTo("storage events (metadata updated)");
    }

    @Test
    void onlyTheDeclaredKindsAreTaken() {
        assertThat(binding.takes(StorageBinding.events(Kind.CREATED))).isTrue();
        assertThat(binding.takes(StorageBinding.events(Kind.METADATA_UPDATED))).isTrue();
        assertThat(binding.takes(StorageBinding.events(Kind.DELETED))).isFalse();
        assertThat(binding.takes(StorageBinding.events(Kind.ARCHIVED))).isFalse();
        assertThat(binding.takes(StorageBinding.EVENTS)).isTrue();
        assertThat(binding.takes(EventBinding.EVENTS)).isFalse();
    }

    @Test
    void kindsAreCopied() {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.CREATED));
        StorageBinding copied = new StorageBinding("uploads", kinds);

        kinds.add(Kind.DELETED);

        assertThat(copied).isEqualTo(new StorageBinding("uploads", List.of(Kind.CREATED)));
    }

    @Test
    void wrongNameIsRefused() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> FunctionDefinition.storage("f", "my uploads", Kind.CREATED))
                .withMessageStartingWith("ALOFT-040 The source name \"my uploads\" is not valid.");
    }
}
