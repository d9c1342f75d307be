package dev.aloft.codec.jackson;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.HttpException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Why a payload cannot be read, without any of its content. Jackson's own exceptions quote the payload, so they are not even
 * kept as causes, except where the fault is the type's.
 */
record ReadErrors(LeanMapper mapper, Type type, JsonLocation position) {
    private static final String RULES =
            " Allowed: one JSON value in UTF-8, each property once, at most 200 levels, numbers of"
                    + " at most 1,000 digits.";

    static AloftException empty() {
        return error("ALOFT-301", "The body has no JSON value, only white space." + RULES, null);
    }

    static AloftException notUtf8(int byteNumber) {
        return error("ALOFT-301", "The body is not valid JSON: byte " + byteNumber + " is not UTF-8." + RULES, null);
    }

    static AloftException loneSurrogate(String text, int index) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < index; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return error(
                "ALOFT-301",
                "The body is not valid JSON at line " + line + ", column " + (index - lineStart + 1)
                        + ": an escape stands for half a character." + RULES,
                null);
    }

    static AloftException invalid(JsonLocation at) {
        return error(
                "ALOFT-301",
                "The body is not valid JSON at line " + at.getLineNr() + ", column " + at.getColumnNr() + "." + RULES,
                null);
    }

    static AloftException nothing() {
        return error("ALOFT-302", "The body is null, but a value is expected.", null);
    }

    /** What Jackson threw, as a coded failure; or what the author's own code threw to be seen by the caller. */
    RuntimeException of(JsonProcessingException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AloftException || cause instanceof HttpException) {
                return (RuntimeException) cause;
            }
            if (cause instanceof InvalidDefinitionException) {
                return unreadable(cause);
            }
            if (isSyntax(cause)) {
                JsonLocation at = ((JsonProcessingException) cause).getLocation();
                return invalid(at == null ? position : at);
            }
        }
        String path = failure instanceof JsonMappingException mapping ? new JsonPath(mapper).of(mapping) : "$";
        return failure instanceof NoPropertyMatched ? noPropertyMatched(path) : misfit(failure, path);
    }

    private static boolean isSyntax(Throwable failure) {
        return failure instanceof JsonProcessingException
                && !(failure instanceof JsonMappingException)
                && !(failure instanceof InputCoercionException);
    }

    private AloftException unreadable(Throwable cause) {
        return new AloftException(
                Kind.HANDLER,
                "ALOFT-411",
                "The type " + type.getTypeName()
                        + " cannot be read from JSON. Use a record, a class with a constructor without"
                        + " parameters, or Jackson's annotations. The cause follows.",
                cause);
    }

    private static AloftException noPropertyMatched(String path) {
        return error(
                "ALOFT-303",
                "The JSON object at " + path
                        + " has no property that is known here (names compare with case), so it is most"
                        + " likely meant for something else.",
                null);
    }

    private AloftException misfit(JsonProcessingException failure, String path) {
        if (failure instanceof ValueInstantiationException) {
            return error(
                    "ALOFT-302",
                    "The body is valid JSON, but the values at " + path + " are not accepted.",
                    failure.getCause());
        }
        String expected = new ExpectedKind(mapper).of(target(failure));
        return error(
                "ALOFT-302",
                "The body is valid JSON, but at " + path + " it does not fit. Expected: " + expected + ".",
                null);
    }

    private static @Nullable Class<?> target(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
                return mismatch.getTargetType();
            }
            if (cause instanceof InputCoercionException range) {
                return range.getTargetType();
            }
        }
        return null;
    }

    private static AloftException error(String code, String message, @Nullable Throwable cause) {
        return new AloftException(Kind.PAYLOAD, code, message, cause);
    }
}
