package dev.aloft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An ordered multi-map in two arrays: small, immutable once it is shared, without hashing on the way to the first answer. */
final class Pairs {
    static final Pairs EMPTY = new Pairs(new String[0], new String[0], 0);

    private final String[] names;
    private final String[] values;
    private final int size;

    private Pairs(String[] names, String[] values, int size) {
        this.names = names;
        this.values = values;
        this.size = size;
    }

    int size() {
        return size;
    }

    String name(int index) {
        return names[index];
    }

    String value(int index) {
        return values[index];
    }

    @Nullable
    String first(String name) {
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    List<String> all(String name) {
        List<String> found = new ArrayList<>(2);
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                found.add(values[i]);
            }
        }
        return Collections.unmodifiableList(found);
    }

    List<String> distinctNames() {
        List<String> distinct = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            if (!distinct.contains(names[i])) {
                distinct.add(names[i]);
            }
        }
        return Collections.unmodifiableList(distinct);
    }

    Pairs plus(String name, String value) {
        Builder builder = new Builder(size + 1);
        builder.addAll(this);
        builder.add(name, value);
        return builder.build();
    }

    Pairs minus(String name) {
        Builder builder = new Builder(size);
        for (int i = 0; i < size; i++) {
            if (!names[i].equals(name)) {
                builder.add(names[i], values[i]);
            }
        }
        return builder.build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Pairs that) || that.size != size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (!names[i].equals(that.names[i]) || !values[i].equals(that.values[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (int i = 0; i < size; i++) {
            hash = 31 * (31 * hash + names[i].hashCode()) + values[i].hashCode();
        }
        return hash;
    }

    /** Collects pairs, then hands its arrays over: a builder is used once. */
    static final class Builder {
        private String[] names;
        private String[] values;
        private int size;

        Builder(int expected) {
            names = new String[expected];
            values = new String[expected];
        }

        void add(String name, String value) {
            if (size == names.length) {
                int larger = size * 2 + 8;
                names = Arrays.copyOf(names, larger);
                values = Arrays.copyOf(values, larger);
            }
            names[size] = name;
            values[size] = value;
            size++;
        }

        void addAll(Pairs pairs) {
            for (int i = 0; i < pairs.size; i++) {
                add(pairs.names[i], pairs.values[i]);
            }
        }

        Pairs build() {
            return size == 0 ? EMPTY : new Pairs(names, values, size);
        }
    }
}
