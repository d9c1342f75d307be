package dev.aloft.codec.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** An object of which no property is one of its type; Jackson adds the path on the way out. */
final class NoPropertyMatched extends MismatchedInputException {
    private static final long serialVersionUID = 1L;

    NoPropertyMatched(JsonParser json, Class<?> type) {
        super(json, "No property matched", type);
    }
}
