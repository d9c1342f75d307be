package dev.aloft.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NameSetTest {
    /** "n00n01…n99". */
    private static final byte[] TEXT = text();

    private final NameSet names = new NameSet(TEXT);

    @Test
    void namesOfClosedObjectsAreForgotten() {
        byte[] text = "{\"a\":{\"b\":1,\"a\":2},\"b\":[{\"a\":1},{\"a\":2}]}".getBytes(StandardCharsets.US_ASCII);
        NameSet open = new NameSet(text);
        JsonStructure structure = new JsonStructure(new JsonScanner(text), open);

        structure.skip();
        structure.end();

        assertThat(open.size()).isZero();
    }

    @Test
    void namesAreComparedByObject() {
        assertThat(add(1, 0)).isTrue();
        assertThat(add(2, 0)).isTrue();
        assertThat(add(1, 2)).as("in an object inside").isTrue();
        assertThat(add(1, 2)).isFalse();
        names.removeFrom(2);
        assertThat(names.size()).isEqualTo(2);
        assertThat(add(2, 0)).isFalse();
        assertThat(add(3, 0)).isTrue();
    }

    @Test
    void beginningOfANameIsAnotherName() {
        assertThat(names.add(TEXT, 0, 3, 0)).isTrue();
        assertThat(names.add(TEXT, 0, 2, 0)).isTrue();
        assertThat(names.add(TEXT, 0, 2, 0)).isFalse();
    }

    @Test
    void escapedNamesLieElsewhere() {
        byte[] decoded = "n07".getBytes(StandardCharsets.US_ASCII);

        assertThat(add(6, 0)).isTrue();
        assertThat(names.add(decoded, 0, 3, 0)).isTrue();
        assertThat(add(7, 0)).isFalse();
        assertThat(add(6, 0)).isFalse();
        assertThat(names.add(decoded, 0, 3, 0)).isFalse();
    }

    /** Objects of 0 to 60 names in one another, against a set of the JDK's for each. */
    @Test
    void agreesWithASetForEachObject() {
        long seed = System.nanoTime();
        Random random = new Random(seed);

        for (int i = 0; i < 200; i++) {
            fill(new NameSet(TEXT), 0, 0, random, "seed " + seed);
            fill(new NameSet(TEXT, new NameTable(0)), 0, 0, random, "equal hashes, seed " + seed);
        }
    }

    private static void fill(NameSet names, int first, int depth, Random random, String seed) {
        Set<Integer> expected = new HashSet<>();
        int adds = random.nextInt(60);
        for (int i = 0; i < adds; i++) {
            int name = random.nextInt(100);
            byte[] source = random.nextInt(10) == 0 ? TEXT.clone() : TEXT;

            assertThat(names.add(source, name * 3, 3, first)).as(seed).isEqualTo(expected.add(name));

            if (depth < 4 && random.nextInt(30) == 0) {
                int inner = names.size();
                fill(names, inner, depth + 1, random, seed);
                names.removeFrom(inner);
            }
        }
        assertThat(names.size()).as(seed).isEqualTo(first + expected.size());
    }

    private boolean add(int name, int first) {
        return names.add(TEXT, name * 3, 3, first);
    }

    private static byte[] text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            text.append('n').append(i / 10).append(i % 10);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
