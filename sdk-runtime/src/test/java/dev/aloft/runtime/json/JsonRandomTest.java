package dev.aloft.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonRandomTest {
    private static final int DOCUMENTS = 125_000;

    private final long seed = System.nanoTime();
    private final RandomJson documents = new RandomJson(new Random(seed));

    @Test
    void validTextsAreReadAsJacksonReadsThem() {
        for (int i = 0; i < DOCUMENTS; i++) {
            assertThat(agreement(documents.valid()))
                    .as("seed %d, text %d", seed, i)
                    .isTrue();
        }
    }

    @Test
    void damagedTextsAreRefusedIfAndOnlyIfJacksonRefusesThem() {
        int refused = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            refused += agreement(documents.mutated()) ? 0 : 1;
        }

        assertThat(refused).as("seed %d", seed).isBetween(DOCUMENTS / 2, DOCUMENTS * 99 / 100);
    }

    private boolean agreement(byte[] utf8) {
        try {
            return JsonAgreement.check(utf8);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "seed " + seed + ": " + new String(utf8, StandardCharsets.UTF_8) + " "
                            + HexFormat.of().formatHex(utf8),
                    e);
        }
    }
}
