package dev.aloft.codec.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A parser that lets no number become infinite, and that counts which properties of an object are skipped: the ones that
 * its type does not have.
 */
final class StrictParser extends JsonParserDelegate {
    private final LeanMapper mapper;
    private @Nullable JsonStreamContext object;
    private int skipped;

    StrictParser(JsonParser json, LeanMapper mapper) {
        super(json);
        this.mapper = mapper;
    }

    /** A mapper, for an application's own deserializers. */
    @Override
    public ObjectCodec getCodec() {
        return mapper.codec();
    }

    boolean isNull() {
        return currentToken() == JsonToken.VALUE_NULL;
    }

    /** The object whose properties are counted now; null outside of any. */
    @Nullable
    JsonStreamContext object() {
        return object;
    }

    int skipped() {
        return skipped;
    }

    /** Counts for this object, or goes on for an enclosing one with what had been counted there. */
    void count(@Nullable JsonStreamContext counted, int alreadySkipped) {
        object = counted;
        skipped = alreadySkipped;
    }

    @Override
    public JsonParser skipChildren() throws IOException {
        if (object != null && isValueOf(object)) {
            skipped++;
        }
        delegate.skipChildren();
        return this;
    }

    private boolean isValueOf(JsonStreamContext parent) {
        JsonStreamContext context = getParsingContext();
        return currentToken() == JsonToken.START_OBJECT || currentToken() == JsonToken.START_ARRAY
                ? context.getParent() == parent
                : context == parent;
    }

    @Override
    public double getDoubleValue() throws IOException {
        return finite(super.getDoubleValue(), double.class);
    }

    @Override
    public float getFloatValue() throws IOException {
        float value = super.getFloatValue();
        finite(value, float.class);
        return value;
    }

    @Override
    public Number getNumberValue() throws IOException {
        return finite(super.getNumberValue());
    }

    @Override
    public Number getNumberValueExact() throws IOException {
        return finite(super.getNumberValueExact());
    }

    @Override
    public Object getNumberValueDeferred() throws IOException {
        Object value = super.getNumberValueDeferred();
        return value instanceof Number number ? finite(number) : value;
    }

    private Number finite(Number number) throws IOException {
        if (number instanceof Double || number instanceof Float) {
            finite(number.doubleValue(), double.class);
        }
        return number;
    }

    private double finite(double value, Class<?> type) throws IOException {
        if (Double.isInfinite(value)) {
            throw new InputCoercionException(this, "The number is out of range", JsonToken.VALUE_NUMBER_FLOAT, type);
        }
        return value;
    }
}
