package dev.aloft.codec.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Refuses the texts {@code "NaN"} and {@code "Infinity"} where a number is expected, which Jackson takes for numbers. */
final class FiniteDeserializer extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;

    FiniteDeserializer(JsonDeserializer<?> numbers) {
        super(numbers);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> numbers) {
        return new FiniteDeserializer(numbers);
    }

    @Override
    public @Nullable Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
        JsonToken token = json.currentToken();
        Object value = super.deserialize(json, context);
        boolean text = token == JsonToken.VALUE_STRING && value != null;
        if (text || value instanceof double[] all && !finite(all) || value instanceof float[] some && !finite(some)) {
            throw MismatchedInputException.from(json, handledType(), "Not a finite number");
        }
        return value;
    }

    private static boolean finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
