package dev.aloft.spi;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import org.junit.jupiter.api.Test;

class StorageKindsTest {
    @Test
    void aFunctionHearsOfSomething() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> FunctionDefinition.storage("make-thumbnail", "uploads"))
                .withMessage(
                        "ALOFT-066 The storage function of uploads wants to hear of no kind of event, so it would never"
                                + " run. Name at least one of [CREATED, DELETED, ARCHIVED, METADATA_UPDATED].");
    }
}
