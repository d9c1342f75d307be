package dev.aloft.runtime;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.spi.PayloadCodec;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads {@code left=right} as a {@link Pair}, and whatever has no equals sign as an error. */
final class PairCodec implements PayloadCodec {
    record Pair(String left, String right) {}

    @Override
    public String contentType() {
        return "text/plain";
    }

    @Override
    public Object read(byte[] payload, Type type) {
        String text = new String(payload, StandardCharsets.UTF_8);
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new AloftException(Kind.PAYLOAD, "ALOFT-303", "No property of the type is in the body.");
        }
        Pair pair = new Pair(text.substring(0, equals), text.substring(equals + 1));
        return type == Pair.class ? pair : List.of(pair);
    }

    @Override
    public byte[] write(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
