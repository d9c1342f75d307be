package dev.aloft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionLogTest {
    private static final String LOG = """
            [0.2s][info][gc,heap] GC(0) DefNew: 1600K(1856K)->100K(1856K) Eden: 1600K(1664K)->0K(1664K) From: 0K->100K(192K)
            [0.2s][info][gc,heap] GC(0) Tenured: 0K(4096K)->500K(4096K)
            [0.4s][info][gc,heap] GC(1) DefNew: 1764K(1856K)->20K(1856K) Eden: 1664K(1664K)->0K(1664K) From: 100K->20K(192K)
            [0.6s][info][gc,heap] GC(2) DefNew: 1684K(1856K)->21K(1856K) Eden: 1664K(1664K)->0K(1664K) From: 20K->21K(192K)
            """;

    @TempDir
    Path folder;

    @Test
    void onlyWhatCameInBetweenCounts() throws IOException {
        Path file = Files.writeString(folder.resolve("gc.log"), LOG);

        CollectionLog log = CollectionLog.read(file);

        assertThat(log.count()).isEqualTo(3);
        assertThat(log.allocatedAfter(1)).isEqualTo(2 * 1664 * 1024);
        assertThat(log.allocatedAfter(2)).isEqualTo(1664 * 1024);
    }
}
