package dev.aloft.runtime;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.Document;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.PayloadCodec;
import java.lang.reflect.Type;
import java.math.BigDecimal;

/** The installed codec: reads a JSON object with an {@code id} and a {@code price}, and writes nothing. */
public final class ProductCodec implements PayloadCodec {
    record Product(String id, BigDecimal price) {}

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public Object read(byte[] payload, Type type) {
        Document document = DocumentJson.read(new JsonReader(payload));
        if (type != Product.class || !document.has("id")) {
            throw new AloftException(Kind.PAYLOAD, "ALOFT-303", "No property of the type is in the body.");
        }
        return new Product(
                document.text("id").orElseThrow(), document.number("price").orElseThrow());
    }

    @Override
    public byte[] write(Object value) {
        throw new AloftException(Kind.HANDLER, "ALOFT-405", "The value cannot be written as JSON.");
    }
}
