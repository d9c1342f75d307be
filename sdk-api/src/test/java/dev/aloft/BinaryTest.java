package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BinaryTest {
    @Test
    void equalityIsOfTheContent() {
        Binary binary = Binary.of((byte) 1, (byte) -1);

        assertThat(binary).isEqualTo(Binary.of((byte) 1, (byte) -1)).hasSameHashCodeAs(Binary.of((byte) 1, (byte) -1));
        assertThat(binary).isNotEqualTo(Binary.of((byte) 1)).isNotEqualTo(binary.bytes());
    }

    @Test
    void bytesAreCopiedInAndOut() {
        byte[] bytes = {1, 2};
        Binary binary = Binary.of(bytes);

        bytes[0] = 9;
        binary.bytes()[1] = 9;

        assertThat(binary.bytes()).containsExactly(1, 2);
    }

    @Test
    void textIsHexadecimal() {
        assertThat(Binary.of((byte) 0, (byte) -1, (byte) 16)).hasToString("00ff10");
        assertThat(Binary.of()).hasToString("");
    }
}
