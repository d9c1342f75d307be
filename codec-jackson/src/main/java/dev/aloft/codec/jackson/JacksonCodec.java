package dev.aloft.codec.jackson;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.aloft.spi.PayloadCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;

/**
 * JSON through Jackson: what {@code request.bodyAs(Order.class)} and {@code response.withJson(order)} use when
 * {@code dev.aloft:aloft-codec-jackson} is on the class path.
 *
 * <p>It reads strictly: UTF-8 only, each property once, nothing after the value, at most 200 levels, numbers of at most
 * 1,000 digits that fit their type, no text where a number is expected, no fraction where a whole number is, no null where a
 * primitive is. A property that the type does not have is passed over, so that senders may add some; but an object of which
 * <em>no</em> property is known is refused (ALOFT-303), because it is most likely something else. That holds for the document,
 * for each element of a list or map, and for objects within objects, where only the empty object is let through. Types
 * without properties, maps and {@code JsonNode} take any object.
 *
 * <p>Records, {@link java.util.Optional} and {@code java.time} (as ISO 8601 text) are understood; Jackson's annotations work.
 * Class names in a payload are never followed. The codec keeps nothing of what it has read.
 *
 * <p>It is thread-safe.
 */
public final class JacksonCodec implements PayloadCodec {
    private volatile LeanMapper mapper = new LeanMapper();

    /** Creates the codec, as the service loader does. */
    public JacksonCodec() {}

    /** The media type of JSON. @return {@code application/json} */
    @Override
    public String contentType() {
        return "application/json";
    }

    /**
     * Reads one JSON value: for {@code {"item":"tea"}} and a record with the component {@code item} it gives that record.
     *
     * @throws dev.aloft.AloftException with kind PAYLOAD if the bytes are not valid JSON (ALOFT-301), do not fit the type
     *     (ALOFT-302) or have no property of the type (ALOFT-303); with kind HANDLER if the type itself cannot be read
     *     (ALOFT-411). An {@link dev.aloft.HttpException} that the type's constructor throws is passed on.
     */
    @Override
    public Object read(byte[] payload, Type type) {
        String text = JsonText.decode(payload);
        LeanMapper current = mapper;
        try (StrictParser json = current.parser(text)) {
            return read(current, json, type);
        } catch (IOException e) {
            throw new UncheckedIOException("The text is in memory, so nothing but its syntax can be wrong", e);
        }
    }

    private static Object read(LeanMapper mapper, StrictParser json, Type type) throws IOException {
        try {
            if (json.nextToken() == null) {
                throw ReadErrors.empty();
            }
            Object value = mapper.read(json, mapper.type(type));
            if (value == null) {
                throw ReadErrors.nothing();
            }
            if (json.nextToken() != null) {
                throw ReadErrors.invalid(json.currentTokenLocation());
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new ReadErrors(mapper, type, json.currentLocation()).of(e);
        }
    }

    /**
     * Writes one value as JSON in UTF-8, without line breaks.
     *
     * @throws dev.aloft.AloftException with kind HANDLER and code ALOFT-405 if the value cannot be written
     */
    @Override
    public byte[] write(Object value) {
        LeanMapper current = mapper;
        try {
            return current.write(value);
        } catch (IOException e) {
            throw WriteErrors.of(current, value, e);
        }
    }

    /** Begins with a new mapper, since Jackson keeps a reader and a writer of every type that it has met. */
    @Override
    public void forgetTypes() {
        mapper = new LeanMapper();
    }
}
