package dev.aloft.codec.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;

/** A generator that has a mapper only when a serializer writes an object through it. */
final class LeanGenerator extends JsonGeneratorDelegate {
    private final LeanMapper mapper;

    LeanGenerator(JsonGenerator json, LeanMapper mapper) {
        super(json, false);
        this.mapper = mapper;
    }

    @Override
    public ObjectCodec getCodec() {
        return mapper.codec();
    }
}
