package dev.aloft.codec.jackson;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.BaseSettings;
import com.fasterxml.jackson.databind.cfg.CoercionConfigs;
import com.fasterxml.jackson.databind.cfg.ConfigOverrides;
import com.fasterxml.jackson.databind.cfg.DatatypeFeatures;
import com.fasterxml.jackson.databind.cfg.DefaultCacheProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerFactory;
import com.fasterxml.jackson.databind.deser.DeserializerFactory;
import com.fasterxml.jackson.databind.introspect.BasicClassIntrospector;
import com.fasterxml.jackson.databind.introspect.DefaultAccessorNamingStrategy;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.SimpleMixInResolver;
import com.fasterxml.jackson.databind.jsontype.impl.LaissezFaireSubTypeValidator;
import com.fasterxml.jackson.databind.jsontype.impl.StdSubtypeResolver;
import com.fasterxml.jackson.databind.ser.BeanSerializerFactory;
import com.fasterxml.jackson.databind.ser.SerializerFactory;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.RootNameLookup;
import com.fasterxml.jackson.datatype.jdk8.Jdk8TypeModifier;
import java.util.Locale;

/**
 * Jackson with its lenient defaults switched off, and without modules: these would load some 200 classes before the first
 * answer, so the types that they bring are looked up one by one.
 */
final class StrictSettings {
    private static final int MAX_DEPTH = 200;
    private static final int MAX_NUMBER_LENGTH = 1_000;

    private StrictSettings() {}

    /** Names are neither interned nor kept in a table, so nothing that a caller sends stays behind. */
    static JsonFactory factory() {
        return new JsonFactoryBuilder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .build())
                .build();
    }

    static TypeFactory types() {
        return TypeFactory.defaultInstance().withModifier(new Jdk8TypeModifier());
    }

    static DeserializerFactory deserializers() {
        return BeanDeserializerFactory.instance
                .withAdditionalDeserializers(new JdkDeserializers())
                .withAdditionalKeyDeserializers(new JdkKeyDeserializers())
                .withDeserializerModifier(new PropertyMatching());
    }

    static SerializerFactory serializers() {
        return BeanSerializerFactory.instance.withAdditionalSerializers(new JdkSerializers());
    }

    static DeserializationConfig reading(TypeFactory types) {
        return new DeserializationConfig(
                        base(types),
                        new StdSubtypeResolver(),
                        new SimpleMixInResolver(null),
                        new RootNameLookup(),
                        new ConfigOverrides(),
                        new CoercionConfigs(),
                        DatatypeFeatures.defaultFeatures())
                .without(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .with(MapperFeature.BLOCK_UNSAFE_POLYMORPHIC_BASE_TYPES)
                .without(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                        DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .with(
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    }

    static SerializationConfig writing(TypeFactory types) {
        return new SerializationConfig(
                        base(types),
                        new StdSubtypeResolver(),
                        new SimpleMixInResolver(null),
                        new RootNameLookup(),
                        new ConfigOverrides(),
                        DatatypeFeatures.defaultFeatures())
                .without(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
    }

    /** What {@code ObjectMapper} begins with, except for the date format. */
    private static BaseSettings base(TypeFactory types) {
        return new BaseSettings(
                new BasicClassIntrospector(),
                new JacksonAnnotationIntrospector(),
                null,
                null,
                types,
                null,
                new LazyDateFormat(),
                null,
                Locale.ROOT,
                null,
                Base64Variants.getDefaultVariant(),
                LaissezFaireSubTypeValidator.instance,
                new DefaultAccessorNamingStrategy.Provider(),
                DefaultCacheProvider.defaultInstance());
    }
}
