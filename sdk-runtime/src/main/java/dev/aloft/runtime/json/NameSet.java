package dev.aloft.runtime.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The member names of all objects that are open, to find a name that an object has twice. One list for all levels: an object's
 * names lie above those of the objects around it, and go when it ends. Names are bytes without escapes.
 */
final class NameSet {
    /** So many names of an object are compared one by one, which costs less than to hash them. */
    private static final int FEW = 16;

    private final byte[] text;
    private int[] offsets = new int[32];
    private int[] lengths = new int[32];
    /** For each name the array in which it lies; null while that is the text for all of them. */
    private byte @Nullable [][] sources;

    private @Nullable NameTable table;
    private int size;

    NameSet(byte[] text) {
        this(text, null);
    }

    /** Hashes with a given table, for tests. */
    NameSet(byte[] text, @Nullable NameTable table) {
        this.text = text;
        this.table = table;
    }

    int size() {
        return size;
    }

    /** Adds a name to the innermost object, whose first entry has the given number; false if the object has it already. */
    boolean add(byte[] source, int offset, int length, int first) {
        if (size - first >= FEW) {
            return addToMany(source, offset, length, first);
        }
        for (int entry = first; entry < size; entry++) {
            if (isName(entry, source, offset, length)) {
                return false;
            }
        }
        append(source, offset, length);
        return true;
    }

    private boolean addToMany(byte[] source, int offset, int length, int first) {
        NameTable hashed = table == null ? new NameTable() : table;
        table = hashed;
        for (int entry = first; entry < size && !hashed.holds(entry); entry++) {
            hashed.add(entry, hashed.hash(source(entry), offsets[entry], lengths[entry], first));
        }
        int hash = hashed.hash(source, offset, length, first);
        for (int slot = hashed.first(hash); hashed.isTaken(slot); slot = hashed.next(slot)) {
            int entry = hashed.entry(slot);
            if (entry >= first && hashed.hash(entry) == hash && isName(entry, source, offset, length)) {
                return false;
            }
        }
        append(source, offset, length);
        hashed.add(size - 1, hash);
        return true;
    }

    private void append(byte[] source, int offset, int length) {
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
            sources = sources == null ? null : Arrays.copyOf(sources, size * 2);
        }
        if (sources == null && source != text) {
            sources = new byte[offsets.length][];
            Arrays.fill(sources, 0, size, text);
        }
        if (sources != null) {
            sources[size] = source;
        }
        offsets[size] = offset;
        lengths[size] = length;
        size++;
    }

    /** Takes out the innermost object, whose first entry has the given number. */
    void removeFrom(int first) {
        if (table != null) {
            for (int entry = size - 1; entry >= first && table.holds(entry); entry--) {
                table.remove(entry);
            }
        }
        size = first;
    }

    private byte[] source(int entry) {
        return sources == null ? text : sources[entry];
    }

    private boolean isName(int entry, byte[] source, int offset, int length) {
        if (lengths[entry] != length) {
            return false;
        }
        int start = offsets[entry];
        return Arrays.equals(source(entry), start, start + length, source, offset, offset + length);
    }
}
