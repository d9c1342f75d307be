package dev.aloft.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameTableTest {
    @Test
    void factorIsSecret() {
        byte[] name = "name".getBytes(StandardCharsets.US_ASCII);

        assertThat(new NameTable().hash(name, 0, 4, 0)).isNotEqualTo(new NameTable().hash(name, 0, 4, 0));
    }

    @Test
    void withoutAFactorNamesThatEndAlikeCollide() {
        byte[] text = "xa ya".getBytes(StandardCharsets.US_ASCII);
        NameTable table = new NameTable(0);

        assertThat(table.hash(text, 0, 2, 0)).isEqualTo(table.hash(text, 3, 2, 0));
    }

    @Test
    void entriesWithEqualHashesAreTold() {
        NameTable table = new NameTable();

        table.add(0, 5);
        table.add(3, 5);
        table.add(7, 133);

        assertThat(entries(table, 5)).containsExactly(0, 3, 7);
        assertThat(table.holds(1)).isFalse();
        table.remove(7);
        table.remove(3);
        assertThat(entries(table, 5)).containsExactly(0);
        assertThat(table.holds(3)).isFalse();
    }

    @Test
    void growsWithEverythingInIt() {
        NameTable table = new NameTable();
        for (int entry = 0; entry < 10_000; entry++) {
            table.add(entry, entry % 100 + 1);
        }

        for (int entry = 9_999; entry >= 100; entry--) {
            table.remove(entry);
        }

        for (int entry = 0; entry < 100; entry++) {
            assertThat(entries(table, entry + 1)).contains(entry);
        }
        assertThat(table.holds(100)).isFalse();
    }

    private static List<Integer> entries(NameTable table, int hash) {
        List<Integer> entries = new ArrayList<>();
        for (int slot = table.first(hash); table.isTaken(slot); slot = table.next(slot)) {
            entries.add(table.entry(slot));
        }
        return entries;
    }
}
