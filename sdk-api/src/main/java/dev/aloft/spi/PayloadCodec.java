package dev.aloft.spi;

import java.lang.reflect.Type;

/**
 * Turns payload bytes into objects and back; the default one is {@code dev.aloft:aloft-codec-jackson}.
 *
 * <p>A codec is found by {@link java.util.ServiceLoader} when a function first asks for a typed body, never before. If
 * several are on the class path, the setting {@code ALOFT_CODEC} (or the system property {@code aloft.codec}) names the
 * class to use. Implementations are thread-safe and have a public constructor without parameters.
 */
public interface PayloadCodec {
    /** The media type that this codec writes, for example {@code application/json}. */
    String contentType();

    /**
     * Reads one value.
     *
     * @param payload the bytes, not empty; not to be changed
     * @param type what to read: a class, or a generic type such as {@code List<Order>}
     * @return the value, never null
     * @throws dev.aloft.AloftException with kind PAYLOAD if the bytes are not valid (ALOFT-301), do not fit the type
     *     (ALOFT-302) or no property of the type is among them (ALOFT-303)
     */
    Object read(byte[] payload, Type type);

    /**
     * Writes one value.
     *
     * @param value what to write, not null
     * @return the bytes
     * @throws dev.aloft.AloftException with kind HANDLER and code ALOFT-405 if the value cannot be written
     */
    byte[] write(Object value);

    /**
     * Lets go of what it keeps of types, because others of the same names are about to take their place: the local server asks for it
     * when classes have been loaded anew. A codec that keeps types would otherwise keep the former classes in memory.
     */
    default void forgetTypes() {}

    /**
     * The codec of this application.
     *
     * @return the codec, the same one at each call
     * @throws dev.aloft.AloftException with code ALOFT-103 if none is on the class path, ALOFT-104 if there are several and
     *     no setting chooses, ALOFT-105 if the chosen one is not there
     */
    static PayloadCodec installed() {
        return InstalledCodec.get();
    }
}
