package dev.aloft.codec.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object by its type's own deserializer and then looks whether any of its properties was used.
 *
 * <p>What Jackson reads from its own buffer, as after a type id that did not come first, is not looked at: the type id matched.
 */
final class MatchingDeserializer extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;

    private final boolean required;

    MatchingDeserializer(JsonDeserializer<?> bean, boolean required) {
        super(bean);
        this.required = required;
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> bean) {
        return new MatchingDeserializer(bean, required);
    }

    @Override
    public @Nullable Object deserialize(JsonParser p, DeserializationContext context) throws IOException {
        if (!(p instanceof StrictParser json) || json.currentToken() != JsonToken.START_OBJECT) {
            return super.deserialize(p, context);
        }
        JsonStreamContext enclosing = json.object();
        int skippedThere = json.skipped();
        JsonStreamContext object = json.getParsingContext();
        json.count(object, 0);
        try {
            return matched(json, context, object, enclosing != null);
        } finally {
            json.count(enclosing, skippedThere);
        }
    }

    private @Nullable Object matched(
            StrictParser json, DeserializationContext context, JsonStreamContext object, boolean nested)
            throws IOException {
        Object value;
        try {
            value = super.deserialize(json, context);
        } catch (JsonMappingException e) {
            // A constructor that refuses an object without any known property hides the better reason.
            requireMatch(json, object, nested);
            throw e;
        }
        requireMatch(json, object, nested);
        return value;
    }

    private void requireMatch(StrictParser json, JsonStreamContext object, boolean nested) throws NoPropertyMatched {
        boolean readToItsEnd =
                json.currentToken() == JsonToken.END_OBJECT && json.getParsingContext() == object.getParent();
        int properties = object.getEntryCount();
        boolean lost = properties > 0 || !nested;
        if (required && readToItsEnd && lost && json.skipped() == properties) {
            throw new NoPropertyMatched(json, handledType());
        }
    }
}
