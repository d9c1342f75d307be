package dev.aloft.runtime.json;

import java.util.Arrays;

/**
 * The names of objects that have many, by hash. A name is known by its number; what came last goes first, so no probing sequence
 * is ever torn.
 */
final class NameTable {
    /** A Mersenne prime, so that the remainder needs no division. */
    private static final int PRIME = Integer.MAX_VALUE;

    private final long factor;
    /** Open addressing with linear probing; holds a name's number plus one, or zero. */
    private int[] slots = new int[128];
    /** For each name its hash, or zero if it is not in the table. */
    private int[] hashes = new int[64];

    private int size;

    /** The sender must not be able to choose names with equal hashes, so each table has a secret factor. */
    NameTable() {
        long mixed = (System.nanoTime() ^ (long) System.identityHashCode(this) << 32) * 0x9e3779b97f4a7c15L;
        factor = (mixed >>> 34) + 0x10000;
    }

    /** Hashes with a known factor: with 0, names that end alike collide. */
    NameTable(long factor) {
        this.factor = factor;
    }

    /** A polynomial of the bytes modulo the prime, never zero; two names collide for few of all factors, whatever they are. */
    int hash(byte[] source, int offset, int length, int first) {
        long hash = first + 1L;
        for (int i = offset; i < offset + length; i++) {
            long next = hash * factor + (source[i] & 0xff) + 1;
            next = (next & PRIME) + (next >>> 31);
            hash = next >= PRIME ? next - PRIME : next;
        }
        return hash == 0 ? 1 : (int) hash;
    }

    int first(int hash) {
        return hash & slots.length - 1;
    }

    int next(int slot) {
        return slot + 1 & slots.length - 1;
    }

    boolean isTaken(int slot) {
        return slots[slot] != 0;
    }

    int entry(int slot) {
        return slots[slot] - 1;
    }

    int hash(int entry) {
        return hashes[entry];
    }

    boolean holds(int entry) {
        return entry < hashes.length && hashes[entry] != 0;
    }

    void add(int entry, int hash) {
        if (entry >= hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.max(entry + 1, hashes.length * 2));
        }
        hashes[entry] = hash;
        size++;
        if (size * 2 > slots.length) {
            grow();
        } else {
            put(entry);
        }
    }

    void remove(int entry) {
        int slot = first(hashes[entry]);
        while (slots[slot] != entry + 1) {
            slot = next(slot);
        }
        slots[slot] = 0;
        hashes[entry] = 0;
        size--;
    }

    private void put(int entry) {
        int slot = first(hashes[entry]);
        while (isTaken(slot)) {
            slot = next(slot);
        }
        slots[slot] = entry + 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int entry = 0; entry < hashes.length; entry++) {
            if (hashes[entry] != 0) {
                put(entry);
            }
        }
    }
}
