package dev.aloft.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What must hold for every string and number of a valid text: each way of reading it agrees with the JDK. */
final class JsonValueAgreement {
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal GREATEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private JsonValueAgreement() {}

    static void check(byte[] utf8) {
        JsonReader json = new JsonReader(utf8);
        checkNext(json);
        json.end();
    }

    private static void checkNext(JsonReader json) {
        switch (json.peek()) {
            case OBJECT -> {
                json.beginObject();
                while (json.hasNext()) {
                    json.name();
                    checkNext(json);
                }
                json.endObject();
            }
            case ARRAY -> {
                json.beginArray();
                while (json.hasNext()) {
                    checkNext(json);
                }
                json.endArray();
            }
            case STRING -> string(json.raw());
            case NUMBER -> number(json.raw());
            case BOOLEAN, NULL -> json.skip();
        }
    }

    private static void string(byte[] raw) {
        String text = new JsonReader(raw).string();

        assertThat(new JsonReader(raw).stringOrNull()).isEqualTo(text);
        assertThat(new JsonReader(raw).scalar()).isEqualTo(text);
        assertThat(new JsonReader(raw).utf8()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(orNull(raw, JsonReader::base64)).isEqualTo(canonicalBase64(text));
        assertThat(orNull(raw, JsonReader::decimal)).isNull();
    }

    private static byte @Nullable [] canonicalBase64(String text) {
        try {
            byte[] decoded = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(decoded).equals(text) ? decoded : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void number(byte[] raw) {
        String text = new JsonReader(raw).scalar();

        assertThat(text).isEqualTo(new String(raw, StandardCharsets.UTF_8));
        BigDecimal decimal = orNull(raw, JsonReader::decimal);
        Long integer = orNull(raw, JsonReader::int64);
        if (decimal == null) {
            assertThat(text).matches(".*[eE][-+]?0*[1-9][0-9]{4,}|[-0-9.]{1001,}([eE].*)?");
            assertThat(integer).isNull();
            return;
        }
        assertThat(decimal).isEqualTo(new BigDecimal(text));
        boolean fits = text.matches("-?[0-9]+") && decimal.compareTo(LEAST) >= 0 && decimal.compareTo(GREATEST) <= 0;
        assertThat(integer).isEqualTo(fits ? (Long) decimal.longValueExact() : null);
    }

    private static <T> @Nullable T orNull(byte[] raw, Function<JsonReader, T> read) {
        try {
            return read.apply(new JsonReader(raw));
        } catch (JsonException e) {
            return null;
        }
    }
}
