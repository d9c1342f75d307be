package dev.aloft;

import dev.aloft.AloftException.Kind;
import dev.aloft.spi.MediaType;
import dev.aloft.spi.PayloadCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request or response: bytes, with text, typed value, form and parts as views of them.
 *
 * <p>For a request with {@code Content-Type: application/x-www-form-urlencoded} and the bytes {@code a=1&a=2},
 * {@code body.form().all("a")} is {@code [1, 2]} and {@code body.text()} is {@code a=1&a=2}.
 */
public final class Body {
    static final Body EMPTY = new Body(new byte[0], null, null);

    private final byte[] bytes;
    private final @Nullable String contentType;
    private final @Nullable PayloadCodec codec;

    Body(byte[] bytes, @Nullable String contentType, @Nullable PayloadCodec codec) {
        this.bytes = bytes;
        this.contentType = contentType;
        this.codec = codec;
    }

    @Nullable
    PayloadCodec codec() {
        return codec;
    }

    /** The content. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The content without a copy, to read from the start. */
    public InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /**
     * Writes the content without a copy, in one call.
     *
     * @param out where to; it is not closed
     * @throws IOException if it cannot be written
     */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    /** How many bytes there are. */
    public int length() {
        return bytes.length;
    }

    /** Whether there are no bytes. */
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /**
     * The content as text in the charset that the Content-Type names, UTF-8 without one.
     *
     * @return the text; empty if there is no body
     * @throws AloftException with code ALOFT-305 if the bytes are not valid in that charset; unhandled, the client gets 400
     */
    public String text() {
        return text(bytes, contentType);
    }

    /**
     * The content read by the application's codec, JSON by default: {@code body.as(Order.class)}.
     *
     * @param type what to read
     * @param <T> what to read
     * @return the value, never null
     * @throws AloftException if there is no body (ALOFT-304), it is not valid JSON (ALOFT-301), does not fit the type
     *     (ALOFT-302) or has none of the type's properties (ALOFT-303): unhandled, the client gets 400. If there is no codec
     *     (ALOFT-103) the client gets 500.
     */
    @SuppressWarnings("unchecked")
    public <T> T as(Class<T> type) {
        return (T) as((Type) type);
    }

    /**
     * The content as a value of a generic type, for example {@code List<Order>}.
     *
     * @param type what to read
     * @return the value, never null
     * @throws AloftException as {@link #as(Class)} does
     */
    public Object as(Type type) {
        if (bytes.length == 0) {
            throw new AloftException(Kind.PAYLOAD, "ALOFT-304", "There is no body, but one is required.");
        }
        return (codec == null ? PayloadCodec.installed() : codec).read(bytes, type);
    }

    /**
     * The fields of an {@code application/x-www-form-urlencoded} body.
     *
     * @return the fields in order
     * @throws AloftException if the Content-Type is another one (ALOFT-307) or the body is not validly encoded (ALOFT-306);
     *     unhandled, the client gets 400
     */
    public Parameters form() {
        if (contentType == null || !MediaType.bare(contentType).equals("application/x-www-form-urlencoded")) {
            throw new AloftException(
                    Kind.PAYLOAD,
                    "ALOFT-307",
                    "A form was asked for, but the Content-Type is not application/x-www-form-urlencoded.");
        }
        return Parameters.parse(text());
    }

    /**
     * The parts of a {@code multipart/form-data} body: fields and uploaded files, at most 1,000.
     *
     * @return the parts in order
     * @throws AloftException if the Content-Type is another one (ALOFT-307) or the body is malformed (ALOFT-308); unhandled,
     *     the client gets 400
     */
    public List<Part> parts() {
        return MultipartReader.read(bytes, contentType == null ? "" : contentType);
    }

    /** The bytes as text in the charset that the type names, UTF-8 without one; never with replacement characters. */
    static String text(byte[] bytes, @Nullable String contentType) {
        String charset = contentType == null ? null : MediaType.parameter(contentType, "charset");
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            return StrictText.decode(bytes, charset);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : StrictText.decode(bytes, "utf-8");
    }

    /** The length only, since the content may be secret: {@code Body[12 bytes]}. */
    @Override
    public String toString() {
        return "Body[" + bytes.length + " bytes]";
    }
}
