package dev.aloft.local;

import dev.aloft.spi.PayloadCodec;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** A codec that writes what {@code toString} gives, so that tests need no library. */
public final class TextCodec implements PayloadCodec {
    @Override
    public String contentType() {
        return "application/x-text";
    }

    @Override
    public Object read(byte[] payload, Type type) {
        return new String(payload, StandardCharsets.UTF_8);
    }

    @Override
    public byte[] write(Object value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }
}
