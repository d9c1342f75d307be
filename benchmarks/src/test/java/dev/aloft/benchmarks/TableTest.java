package dev.aloft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAligned() {
        Table table = new Table("who", "CPU ms");
        table.row("empty handler", "80");

        assertThat(table).hasToString("""
                | who           | CPU ms |
                | ------------- | ------ |
                | empty handler | 80     |
                """);
    }

    @Test
    void everyRowHasAllCells() {
        Table table = new Table("who", "CPU ms");

        assertThatIllegalArgumentException().isThrownBy(() -> table.row("empty handler"));
    }
}
