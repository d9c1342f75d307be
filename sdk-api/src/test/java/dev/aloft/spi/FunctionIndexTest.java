package dev.aloft.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FunctionIndexTest {
    @Test
    void indexThatDoesNotTellThePayloadSaysSo() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> new WithoutPayloads().payloadType("ship-order"))
                .withMessage(
                        "ALOFT-115 The function index dev.aloft.spi.FunctionIndexTest$WithoutPayloads does not tell which"
                                + " payload function ship-order asks for. Override payloadType.")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(AloftException.Kind.CONFIGURATION));
    }

    private static final class WithoutPayloads implements FunctionIndex {
        @Override
        public List<FunctionDefinition> functions() {
            return List.of();
        }

        @Override
        public Object handler(String functionName, @Nullable HandlerFactory factory) {
            return new Object();
        }
    }
}
