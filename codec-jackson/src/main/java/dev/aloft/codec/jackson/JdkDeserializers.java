package dev.aloft.codec.jackson;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.PrimitiveArrayDeserializers;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.ReferenceType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Deserializers;
import org.jspecify.annotations.Nullable;

/** Readers of the JDK's own types that Jackson lacks or is lenient with; each loads when a payload type has such a member. */
final class JdkDeserializers extends Deserializers.Base {

    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription description) {
        Class<?> raw = type.getRawClass();
        if (raw.getName().startsWith("java.time.")) {
            return JavaTime.deserializer(raw);
        }
        if (raw == double.class || raw == Double.class || raw == float.class || raw == Float.class) {
            return new FiniteDeserializer(NumberDeserializers.find(raw, raw.getName()));
        }
        return null;
    }

    @Override
    public @Nullable JsonDeserializer<?> findArrayDeserializer(
            ArrayType type,
            DeserializationConfig config,
            BeanDescription description,
            @Nullable TypeDeserializer elementType,
            @Nullable JsonDeserializer<?> element) {
        Class<?> raw = type.getContentType().getRawClass();
        return raw == double.class || raw == float.class
                ? new FiniteDeserializer(PrimitiveArrayDeserializers.forType(raw))
                : null;
    }

    @Override
    public @Nullable JsonDeserializer<?> findReferenceDeserializer(
            ReferenceType type,
            DeserializationConfig config,
            BeanDescription description,
            @Nullable TypeDeserializer contentType,
            @Nullable JsonDeserializer<?> content) {
        if (!type.getRawClass().getName().startsWith("java.util.Optional")) {
            return null;
        }
        return new Jdk8Deserializers().findReferenceDeserializer(type, config, description, contentType, content);
    }
}
