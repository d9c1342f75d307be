package dev.aloft;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as a value within a {@link Document}: equal to others with the same content, unlike an array.
 *
 * <pre>{@code
 * byte[] thumbnail = document.binary("thumbnail").orElseThrow().bytes();
 * }</pre>
 */
public final class Binary {
    private final byte[] bytes;

    private Binary(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A value of these bytes.
     *
     * @param bytes the bytes, which are copied
     * @return the value
     */
    public static Binary of(byte... bytes) {
        return new Binary(bytes.clone());
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Binary that && Arrays.equals(that.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The bytes as hexadecimal digits, for example {@code 00ff10}. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
