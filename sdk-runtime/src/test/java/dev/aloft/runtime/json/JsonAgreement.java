package dev.aloft.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What must hold for any bytes: our reader and writer agree with Jackson and with themselves. */
final class JsonAgreement {
    private JsonAgreement() {}

    /** Checks it and tells whether the bytes are valid JSON. */
    static boolean check(byte[] utf8) {
        Object expected = null;
        String refusal = null;
        try {
            expected = StrictJackson.parse(utf8);
        } catch (IOException e) {
            refusal = String.valueOf(e.getMessage());
        }
        if (refusal == null) {
            accepted(utf8, expected);
        } else {
            refused(utf8, refusal);
        }
        return refusal == null;
    }

    private static void accepted(byte[] utf8, @Nullable Object expected) {
        JsonReader json = new JsonReader(utf8);
        byte[] value = json.raw();
        json.end();
        assertThat(JsonTree.of(utf8)).isEqualTo(expected);
        assertThat(JsonTree.of(value)).isEqualTo(expected);
        JsonValueAgreement.check(utf8);
        byte[] written = JsonTree.write(expected);
        assertThat(JsonTree.of(written)).isEqualTo(expected);
        try {
            assertThat(StrictJackson.parse(written)).isEqualTo(expected);
        } catch (IOException e) {
            throw new AssertionError("Jackson cannot read " + new String(written, StandardCharsets.UTF_8), e);
        }
    }

    private static void refused(byte[] utf8, String refusal) {
        String whileReading = reading(utf8);
        assertThat(whileReading).as("Jackson refuses it: %s", refusal).startsWith("ALOFT-201 ");
        assertThat(skipping(utf8)).isEqualTo(whileReading);
    }

    private static String reading(byte[] utf8) {
        try {
            return "accepted as " + JsonTree.of(utf8);
        } catch (JsonException e) {
            return e.getMessage();
        }
    }

    private static String skipping(byte[] utf8) {
        try {
            JsonReader json = new JsonReader(utf8);
            json.skip();
            json.end();
            return fail("skipped");
        } catch (JsonException e) {
            return e.getMessage();
        }
    }
}
