package dev.aloft.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import dev.aloft.spi.MessageBinding.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageBindingTest {
    @ParameterizedTest
    @CsvSource({"QUEUE, queue messages of orders", "TOPIC, topic messages of orders", "STREAM, stream records of orders"
    })
    void kindIsToldInWords(Kind kind, String words) {
        assertThat(FunctionDefinition.message("f", kind, "orders").binding().expects())
                .isEqualTo(words);
    }

    @Test
    void wrongNameIsRefused() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> new MessageBinding(Kind.QUEUE, "my orders"))
                .withMessage(
                        "ALOFT-040 The source name \"my orders\" is not valid. Allowed: a letter, then up to 79 letters,"
                                + " digits, hyphens, dots or underscores. The platform's own name, whatever it is, goes into the setting"
                                + " ALOFT_SOURCE_<NAME>.")
                .satisfies(e -> assertThat(e.code()).isEqualTo("ALOFT-040"))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(AloftException.Kind.CONFIGURATION));
    }
}
