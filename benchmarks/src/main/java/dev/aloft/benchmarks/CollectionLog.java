package dev.aloft.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The collections of the young generation in the log of the serial collector. */
record CollectionLog(List<Collection> collections) {
    private static final Pattern YOUNG = Pattern.compile("DefNew: (\\d+)K\\(\\d+K\\)->(\\d+)K");

    /** What the young generation held before and after, in bytes. */
    record Collection(long before, long after) {
        private static Collection of(MatchResult line) {
            return new Collection(Long.parseLong(line.group(1)) * 1024, Long.parseLong(line.group(2)) * 1024);
        }
    }

    static CollectionLog read(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return new CollectionLog(lines.flatMap(line -> YOUNG.matcher(line).results())
                    .map(Collection::of)
                    .toList());
        }
    }

    int count() {
        return collections.size();
    }

    /** The bytes that came into the young generation after the given number of collections, until the last one. */
    double allocatedAfter(int first) {
        long bytes = 0;
        for (int i = first; i < collections.size(); i++) {
            bytes += collections.get(i).before() - collections.get(i - 1).after();
        }
        return bytes;
    }
}
