package dev.aloft.codec.jackson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.aloft.AloftException;

/** The codec under test, in the words of the tests. */
final class Codec {
    static final JacksonCodec CODEC = new JacksonCodec();

    private Codec() {}

    static <T> T read(String json, Class<T> type) {
        return type.cast(CODEC.read(json.getBytes(UTF_8), type));
    }

    @SuppressWarnings("unchecked")
    static <T> T read(String json, TypeReference<T> type) {
        return (T) CODEC.read(json.getBytes(UTF_8), type.getType());
    }

    static String write(Object value) {
        return new String(CODEC.write(value), UTF_8);
    }

    static AloftException refused(String json, Class<?> type) {
        return refused(json.getBytes(UTF_8), type);
    }

    static AloftException refused(String json, TypeReference<?> type) {
        return catchThrowableOfType(AloftException.class, () -> CODEC.read(json.getBytes(UTF_8), type.getType()));
    }

    static AloftException refused(byte[] json, Class<?> type) {
        AloftException failure = catchThrowableOfType(AloftException.class, () -> CODEC.read(json, type));
        assertThat(failure).as("a refusal").isNotNull();
        return failure;
    }
}
