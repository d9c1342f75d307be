package dev.aloft.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import java.lang.reflect.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstalledCodecTest {
    private final PayloadCodec first = new First();
    private final PayloadCodec second = new Second();

    @Test
    void onlyCodecIsUsed() {
        assertThat(InstalledCodec.choose(List.of(first), null)).isSameAs(first);
    }

    @Test
    void noCodecIsAnErrorThatNamesTheDependency() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(PayloadCodec::installed)
                .withMessageStartingWith("ALOFT-103 ");
    }

    @Test
    void severalCodecsNeedAChoice() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> InstalledCodec.choose(List.of(first, second), null))
                .withMessage("ALOFT-104 Several payload codecs are on the class path: [" + First.class.getName() + ", "
                        + Second.class.getName() + "]. Remove all but one, or set ALOFT_CODEC to the class to use.");
        assertThat(InstalledCodec.choose(List.of(first, second), Second.class.getName()))
                .isSameAs(second);
    }

    @Test
    void chosenCodecMustBeThere() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> InstalledCodec.choose(List.of(first), "com.acme.Codec"))
                .withMessage("ALOFT-105 The payload codec com.acme.Codec is not on the class path. Available: ["
                        + First.class.getName() + "].");
    }

    private static class First implements PayloadCodec {
        @Override
        public String contentType() {
            return "text/plain";
        }

        @Override
        public Object read(byte[] payload, Type type) {
            return payload;
        }

        @Override
        public byte[] write(Object value) {
            return new byte[0];
        }
    }

    private static final class Second extends First {}
}
