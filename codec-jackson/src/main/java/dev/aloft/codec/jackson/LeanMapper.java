package dev.aloft.codec.jackson;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.ser.DefaultSerializerProvider;
import com.fasterxml.jackson.databind.ser.SerializerFactory;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Does what {@code ObjectMapper} does for a read and a write, with the same parts, but without that class: its start alone
 * costs a tenth of a cold process, for date patterns that hardly any payload needs.
 */
final class LeanMapper {
    final JsonFactory factory = StrictSettings.factory();
    final TypeFactory types = StrictSettings.types();
    final DeserializationConfig readConfig = StrictSettings.reading(types);
    final SerializationConfig writeConfig = StrictSettings.writing(types);
    final DefaultDeserializationContext readers =
            new DefaultDeserializationContext.Impl(StrictSettings.deserializers());
    final DefaultSerializerProvider writers = new DefaultSerializerProvider.Impl();
    final SerializerFactory serializers = StrictSettings.serializers();
    /** As {@code ObjectMapper} has it: one entry per type that the application asks for. */
    private final ConcurrentMap<JavaType, JsonDeserializer<Object>> roots = new ConcurrentHashMap<>(4);

    private volatile @Nullable ObjectCodec codec;

    StrictParser parser(String text) throws IOException {
        return new StrictParser(factory.createParser(text), this);
    }

    JavaType type(Type type) {
        return types.constructType(type);
    }

    /** The value that begins with the parser's current token. */
    @Nullable
    Object read(StrictParser json, JavaType type) throws IOException {
        DefaultDeserializationContext context = readers.createInstance(readConfig, json, null);
        JsonDeserializer<Object> root = roots.get(type);
        if (root == null) {
            root = context.findRootValueDeserializer(type);
            roots.put(type, root);
        }
        if (json.isNull()) {
            return root.getNullValue(context);
        }
        Object value = context.readRootValue(json, type, root, null);
        context.checkUnresolvedObjectId();
        return value;
    }

    byte[] write(Object value) throws IOException {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(512);
                LeanGenerator json = new LeanGenerator(factory.createGenerator(bytes, JsonEncoding.UTF8), this)) {
            writers.createInstance(writeConfig, serializers).serializeValue(json, value);
            json.flush();
            return bytes.toByteArray();
        }
    }

    /** An {@code ObjectMapper} with the same settings, for an application's own serializers that ask for one. */
    ObjectCodec codec() {
        ObjectCodec made = codec;
        if (made == null) {
            made = FullMapper.of(this);
            codec = made;
        }
        return made;
    }
}
