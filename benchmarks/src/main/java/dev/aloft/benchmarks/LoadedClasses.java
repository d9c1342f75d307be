package dev.aloft.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes that a process loads for its first answer, from the JVM's own log. A second call makes the count exact: the runtime
 * loads some after it has sent the first answer.
 */
final class LoadedClasses {
    private static final String SOURCE = " source: ";

    private LoadedClasses() {}

    /** Their names in the order of their loading. */
    static List<String> of(Contestant contestant) throws IOException {
        Path log = Files.createTempFile("classes", ".log");
        try {
            try (Running running = contestant.start(List.of("-Xlog:class+load:file=" + log + "::filecount=0"))) {
                running.call();
                running.call();
            }
            try (Stream<String> lines = Files.lines(log)) {
                return lines.filter(line -> line.contains(SOURCE))
                        .map(line ->
                                line.substring(line.lastIndexOf(']', line.indexOf(SOURCE)) + 1, line.indexOf(SOURCE)))
                        .map(String::strip)
                        .toList();
            }
        } finally {
            Files.deleteIfExists(log);
        }
    }
}
