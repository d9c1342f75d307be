package dev.aloft.codec.jackson;

import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Jackson's own mapper, in a class of its own so that it loads only where it is needed. */
final class FullMapper {
    private FullMapper() {}

    static ObjectCodec of(LeanMapper lean) {
        ObjectMapper mapper = new ObjectMapper(lean.factory, lean.writers, lean.readers);
        mapper.setTypeFactory(lean.types);
        mapper.setConfig(lean.readConfig);
        mapper.setConfig(lean.writeConfig);
        mapper.setSerializerFactory(lean.serializers);
        return mapper;
    }

    /** A value as it stands in JSON: a text, number, list or map. */
    static Object plain(LeanMapper lean, Object value) {
        return ((ObjectMapper) lean.codec()).convertValue(value, Object.class);
    }
}
