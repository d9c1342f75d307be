package dev.aloft.runtime.json;

import java.util.Arrays;

/**
 * The member names of all objects that are open, to find a name that an object has twice. One table for all levels: an object's
 * names lie above those of the objects around it, and go when it ends. Names are bytes without escapes.
 */
final class NameSet {
    /** A Mersenne prime, so that the remainder needs no division. */
    private static final int PRIME = Integer.MAX_VALUE;

    private static final int FIELDS = 3;

    private final long factor;
    /** Open addressing with linear probing; holds an entry's number plus one, or zero. */
    private int[] table = new int[64];
    /** For each entry its hash and the offset and length of its name. */
    private int[] entries = new int[32 * FIELDS];
    /** For each entry the array in which its name lies. */
    private byte[][] sources = new byte[32][];

    private int size;

    /** The sender must not be able to choose names with equal hashes, so each set has a secret factor. */
    NameSet() {
        long mixed = (System.nanoTime() ^ (long) System.identityHashCode(this) << 32) * 0x9e3779b97f4a7c15L;
        factor = (mixed >>> 34) + 0x10000;
    }

    /** Hashes with a known factor: with 0, names that end alike collide. */
    NameSet(long factor) {
        this.factor = factor;
    }

    int size() {
        return size;
    }

    /** Adds a name to the innermost object, whose first entry has the given number; false if the object has it already. */
    boolean add(byte[] source, int offset, int length, int first) {
        int hash = hash(source, offset, length, first);
        int slot = hash & table.length - 1;
        while (table[slot] != 0) {
            int entry = table[slot] - 1;
            if (entry >= first && entries[entry * FIELDS] == hash && isName(entry, source, offset, length)) {
                return false;
            }
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = size + 1;
        entries[size * FIELDS] = hash;
        entries[size * FIELDS + 1] = offset;
        entries[size * FIELDS + 2] = length;
        sources[size] = source;
        size++;
        if (size == sources.length) {
            grow();
        }
        return true;
    }

    /** Takes out the entries from the given number on, last one first: so no probing sequence is ever torn. */
    void removeFrom(int first) {
        while (size > first) {
            int slot = entries[(size - 1) * FIELDS] & table.length - 1;
            while (table[slot] != size) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = 0;
            size--;
        }
    }

    private boolean isName(int entry, byte[] source, int offset, int length) {
        int start = entries[entry * FIELDS + 1];
        return Arrays.equals(
                sources[entry], start, start + entries[entry * FIELDS + 2], source, offset, offset + length);
    }

    /**
     * A polynomial of the bytes modulo the prime, up to a multiple that stays small; two names collide for few of all factors,
     * whatever they are.
     */
    private int hash(byte[] source, int offset, int length, int first) {
        long hash = first + 1L;
        for (int i = offset; i < offset + length; i++) {
            long next = hash * factor + (source[i] & 0xff) + 1;
            hash = (next & PRIME) + (next >>> 31);
        }
        return (int) hash;
    }

    private void grow() {
        entries = Arrays.copyOf(entries, entries.length * 2);
        sources = Arrays.copyOf(sources, sources.length * 2);
        table = new int[table.length * 2];
        for (int entry = 0; entry < size; entry++) {
            int slot = entries[entry * FIELDS] & table.length - 1;
            while (table[slot] != 0) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = entry + 1;
        }
    }
}
