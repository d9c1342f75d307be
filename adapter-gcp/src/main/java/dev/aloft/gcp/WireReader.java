package dev.aloft.gcp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a message in the binary form of protocol buffers, in one pass. The caller switches over tags and skips what it does not know:
 *
 * <pre>{@code
 * int outer = wire.enter();
 * for (int tag = wire.tag(); tag != 0; tag = wire.tag()) {
 *     switch (tag) {
 *         case 1 << 3 | WireReader.BYTES -> name = wire.text();
 *         default -> wire.skip(tag);
 *     }
 * }
 * wire.leave(outer);
 * }</pre>
 *
 * <p>A field of another wire type than the expected one has another tag, so it is skipped, as Google's readers do. Messages lie in one
 * another 200 deep at most. Whatever is malformed is ALOFT-261; a length is believed only as far as there are bytes.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Encoding</a>
 */
final class WireReader {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int BYTES = 2;
    private static final int GROUP = 3;
    private static final int END_GROUP = 4;
    private static final int FIXED32 = 5;
    private static final int DEEPEST = 200;

    private final byte[] bytes;
    private int position;
    private int limit;
    private int depth;

    WireReader(byte[] bytes) {
        this.bytes = bytes;
        this.limit = bytes.length;
    }

    /** The next field's number and wire type; 0 at the end of the message. */
    int tag() {
        if (position == limit) {
            return 0;
        }
        long tag = varint();
        if (tag < 8 || tag > 0xFFFF_FFFFL) {
            throw GoogleErrors.malformedMessage("it has a field without a number");
        }
        return (int) tag;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (position == limit) {
                throw truncated();
            }
            byte next = bytes[position++];
            value |= (next & 127L) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw GoogleErrors.malformedMessage("it has a number of more than 64 bits");
    }

    double fixed64() {
        long bits = 0;
        int start = advance(8);
        for (int i = 7; i >= 0; i--) {
            bits = bits << 8 | bytes[start + i] & 255;
        }
        return Double.longBitsToDouble(bits);
    }

    byte[] bytes() {
        int start = advance(varint());
        return Arrays.copyOfRange(bytes, start, position);
    }

    String text() {
        int start = advance(varint());
        String text = new String(bytes, start, position - start, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') >= 0
                && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(bytes, start, position))) {
            throw GoogleErrors.malformedMessage("it has a text that is not UTF-8");
        }
        return text;
    }

    /** Enters the message that is the field's value. What this gives is for {@link #leave}. */
    int enter() {
        int outer = limit;
        int start = advance(varint());
        deeper();
        limit = position;
        position = start;
        return outer;
    }

    void leave(int outer) {
        limit = outer;
        depth--;
    }

    void skip(int tag) {
        switch (tag & 7) {
            case VARINT -> varint();
            case FIXED64 -> advance(8);
            case BYTES -> advance(varint());
            case FIXED32 -> advance(4);
            case GROUP -> skipGroup(tag);
            default -> throw GoogleErrors.malformedMessage("it has a field of no known wire type");
        }
    }

    private void skipGroup(int start) {
        deeper();
        for (int tag = tag(); tag != start - GROUP + END_GROUP; tag = tag()) {
            if (tag == 0) {
                throw truncated();
            }
            skip(tag);
        }
        depth--;
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw GoogleErrors.malformedMessage("its messages lie more than " + DEEPEST + " deep");
        }
    }

    /** Where what was passed over begins. */
    private int advance(long length) {
        if (length < 0 || length > limit - position) {
            throw truncated();
        }
        int start = position;
        position += (int) length;
        return start;
    }

    private static RuntimeException truncated() {
        return GoogleErrors.malformedMessage("it ends within a field");
    }
}
