package dev.aloft.codec.jackson;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.KeyDeserializers;
import org.jspecify.annotations.Nullable;

/** Readers of map keys of {@code java.time}, loaded when a payload type has such a map. */
final class JdkKeyDeserializers implements KeyDeserializers {

    @Override
    public @Nullable KeyDeserializer findKeyDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription description) {
        Class<?> raw = type.getRawClass();
        return raw.getName().startsWith("java.time.") ? JavaTimeKeys.deserializer(raw) : null;
    }
}
