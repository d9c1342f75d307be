package dev.aloft.codec.jackson;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;

/** Lets every type with properties refuse an object of which no property matches. */
final class PropertyMatching extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    /** Unknown properties are skipped at once: a record would otherwise keep them in a buffer until it is built. */
    @Override
    public BeanDeserializerBuilder updateBuilder(
            DeserializationConfig config, BeanDescription type, BeanDeserializerBuilder builder) {
        builder.setIgnoreUnknownProperties(true);
        return builder;
    }

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription type, JsonDeserializer<?> deserializer) {
        if (!(deserializer instanceof BeanDeserializerBase bean)) {
            return deserializer;
        }
        boolean takesAny = type.findAnySetterAccessor() != null
                || bean.getValueInstantiator().canCreateUsingDelegate()
                || bean.getPropertyCount() == 0;
        return new MatchingDeserializer(bean, !takesAny);
    }
}
