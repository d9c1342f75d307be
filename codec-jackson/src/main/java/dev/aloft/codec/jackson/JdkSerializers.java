package dev.aloft.codec.jackson;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.type.ReferenceType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Serializers;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** Writers of the JDK's own types that Jackson lacks; each loads when a value has such a member. */
final class JdkSerializers extends Serializers.Base {

    @Override
    public @Nullable JsonSerializer<?> findSerializer(
            SerializationConfig config, JavaType type, BeanDescription description) {
        Class<?> raw = type.getRawClass();
        if (raw.getName().startsWith("java.time.")) {
            return JavaTime.serializer(raw);
        }
        return BaseStream.class.isAssignableFrom(raw)
                ? new Jdk8Serializers().findSerializer(config, type, description)
                : null;
    }

    @Override
    public @Nullable JsonSerializer<?> findReferenceSerializer(
            SerializationConfig config,
            ReferenceType type,
            BeanDescription description,
            @Nullable TypeSerializer contentType,
            @Nullable JsonSerializer<Object> content) {
        if (!type.getRawClass().getName().startsWith("java.util.Optional")) {
            return null;
        }
        return new Jdk8Serializers().findReferenceSerializer(config, type, description, contentType, content);
    }
}
