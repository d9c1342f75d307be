package dev.aloft.runtime.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Names that nearly every event has. A {@link JsonReader} that knows them gives these very strings instead of making new ones at
 * each event. Immutable.
 *
 * <pre>{@code
 * KnownNames names = KnownNames.of("headers body ");     // once
 * JsonReader json = new JsonReader(payload, names);      // for each event
 * }</pre>
 */
public final class KnownNames {
    /** Open addressing with linear probing; a power of two, never full since a name takes two bytes of the text at least. */
    private final @Nullable String[] slots;

    private KnownNames(int room) {
        slots = new @Nullable String[room];
    }

    /**
     * Takes the names.
     *
     * @param names in ASCII, each followed by one space or line break, for example {@code "headers body "}
     * @return what a reader is given
     */
    public static KnownNames of(String names) {
        byte[] text = names.getBytes(StandardCharsets.ISO_8859_1);
        KnownNames known = new KnownNames(Math.max(1, Integer.highestOneBit(text.length)));
        int start = 0;
        for (int end = 0; end < text.length; end++) {
            if (text[end] <= ' ') {
                known.slots[known.slot(text, start, end)] = names.substring(start, end);
                start = end + 1;
            }
        }
        return known;
    }

    /** The name that lies there; null if it is not one of them. */
    @Nullable
    String find(byte[] text, int start, int end) {
        return start == end ? null : slots[slot(text, start, end)];
    }

    /** Where the name stands, else where it would. */
    private int slot(byte[] text, int start, int end) {
        int slot = ((end - start) * 31 + text[start]) * 31 + text[end - 1] + text[start + end >>> 1] * 7
                & slots.length - 1;
        String name = slots[slot];
        while (name != null && !isAt(name, text, start, end)) {
            slot = slot + 1 & slots.length - 1;
            name = slots[slot];
        }
        return slot;
    }

    private static boolean isAt(String name, byte[] text, int start, int end) {
        if (name.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (name.charAt(i - start) != text[i]) {
                return false;
            }
        }
        return true;
    }
}
