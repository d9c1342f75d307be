package dev.aloft.codec.jackson;

import com.fasterxml.jackson.databind.JsonMappingException;
import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.io.IOException;

/** Why a value cannot be written; the caller never sees it, the log does. */
final class WriteErrors {
    private WriteErrors() {}

    static AloftException of(LeanMapper mapper, Object value, IOException failure) {
        String path = failure instanceof JsonMappingException mapping ? new JsonPath(mapper).of(mapping) : "$";
        return new AloftException(
                Kind.HANDLER,
                "ALOFT-405",
                "The value of " + value.getClass().getName() + " cannot be written as JSON, the first fault being at "
                        + path
                        + ". Give it readable properties without cycles, or write the body yourself with withBody. The cause"
                        + " follows.",
                failure);
    }
}
