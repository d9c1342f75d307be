package dev.aloft.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints what HTTP costs on the real Lambda Java runtime: {@code ./mvnw -q -Pbench -pl benchmarks -am verify}.
 *
 * <p>Ratios are paired: each round runs every contestant once, and the median is taken of the ratios within the rounds. Trust
 * CPU time, ratios and counts; wall time follows the machine's mood.
 */
public final class Benchmarks {
    private final int rounds;
    private final int calls;
    private final PrintStream out;

    private Benchmarks(int rounds, int calls, PrintStream out) {
        this.rounds = rounds;
        this.calls = calls;
        this.out = out;
    }

    /**
     * Runs all benchmarks.
     *
     * @param arguments the number of cold rounds (12) and of warm calls per contestant (12000)
     * @throws IOException if files cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 12;
        int calls = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 12_000;
        new Benchmarks(rounds, calls, System.out).run();
    }

    private void run() throws IOException {
        Path folder = Files.createTempDirectory("aloft-benchmarks");
        try {
            List<Contestant> contestants = Contestants.all(folder);
            out.printf("JDK %s, %d cores%n%n", Runtime.version(), Runtime.getRuntime().availableProcessors());
            printCold(contestants);
            printWarm(contestants);
        } finally {
            delete(folder);
        }
    }

    private void printCold(List<Contestant> contestants) throws IOException {
        out.printf("Cold start to first response, HTTP API 2.0, flags as Lambda sets them, %d rounds%n%n", rounds);
        out.println("| contestant | CPU ms | × vendor CPU, paired | wall ms | × vendor wall, paired | peak RSS MB | classes |");
        out.println("|---|---|---|---|---|---|---|");
        Map<Contestant, List<Sample>> samples = new ColdStart(contestants, rounds).measure();
        List<Sample> vendor = samples.get(named(contestants, Contestants.VENDOR));
        Map<Contestant, Integer> classes = new LinkedHashMap<>();
        for (Contestant contestant : contestants) {
            classes.put(contestant, ColdStart.classesLoaded(contestant).size());
        }
        samples.forEach((contestant, own) -> out.printf(
                "| %s | %s | %s | %s | %.2f | %.0f | %d |%n",
                contestant.name(),
                of(own, Field.CPU).text("%.0f"),
                paired(own, vendor, Field.CPU).text("%.2f"),
                of(own, Field.WALL).text("%.0f"),
                paired(own, vendor, Field.WALL).middle(),
                of(own, Field.RESIDENT).middle(),
                classes.get(contestant)));
        out.println();
    }

    private void printWarm(List<Contestant> contestants) throws IOException {
        out.printf("Warm, %d calls each, second half counted%n%n", calls);
        out.println("| contestant | CPU µs per call | above the empty handler | wall µs p50 | bytes per call | above the empty handler |");
        out.println("|---|---|---|---|---|---|");
        Map<Contestant, Warm.Result> results = new Warm(calls).measure(contestants);
        Warm.Result floor = results.get(named(contestants, Contestants.FLOOR));
        results.forEach((contestant, own) -> out.printf(
                "| %s | %.0f | %.1f | %.0f | %.0f | %.0f |%n",
                contestant.name(),
                own.cpuMicros(),
                own.cpuMicros() - floor.cpuMicros(),
                own.wallMicros(),
                own.bytes(),
                own.bytes() - floor.bytes()));
    }

    private enum Field {
        CPU,
        WALL,
        RESIDENT;

        double of(Sample sample) {
            return switch (this) {
                case CPU -> sample.cpuMillis();
                case WALL -> sample.wallMillis();
                case RESIDENT -> sample.residentMegabytes();
            };
        }
    }

    private static Median of(List<Sample> samples, Field field) {
        return Median.of(samples.stream().map(field::of).toList());
    }

    private static Median paired(List<Sample> own, List<Sample> other, Field field) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            ratios.add(field.of(own.get(i)) / field.of(other.get(i)));
        }
        return Median.of(ratios);
    }

    private static Contestant named(List<Contestant> contestants, String name) {
        return contestants.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
