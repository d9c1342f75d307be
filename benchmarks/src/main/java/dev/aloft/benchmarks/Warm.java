package dev.aloft.benchmarks;

import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many calls of started functions: CPU and wall time per call, and bytes allocated per call. */
final class Warm {
    private static final int CHUNK = 500;
    private static final Pattern YOUNG = Pattern.compile("DefNew: (\\d+)K\\(\\d+K\\)->(\\d+)K");

    private final int calls;

    Warm(int calls) {
        this.calls = calls;
    }

    record Result(double cpuMicros, double wallMicros, double bytes) {}

    /** All contestants run at once, idle but for the one whose chunk it is; the first half warms up. */
    Map<Contestant, Result> measure(List<Contestant> contestants) throws IOException {
        Map<Contestant, Running> running = new LinkedHashMap<>();
        try {
            for (Contestant contestant : contestants) {
                running.put(contestant, Running.start(contestant));
            }
            for (int done = 0; done < calls; done += CHUNK) {
                boolean counted = done >= calls / 2;
                for (Running one : running.values()) {
                    one.chunk(counted);
                }
            }
            Map<Contestant, Result> results = new LinkedHashMap<>();
            running.forEach((contestant, one) -> results.put(contestant, one.result()));
            return results;
        } finally {
            running.values().forEach(Running::close);
        }
    }

    /** One started contestant and what was measured of it. */
    private static final class Running implements AutoCloseable {
        private final Contestant contestant;
        private final LambdaRuntimeHarness runtime;
        private final Path log;
        private final byte[] event;
        private final List<Double> walls = new ArrayList<>();
        private double cpuNanos;
        private int counted;
        private int called;

        private Running(Contestant contestant, LambdaRuntimeHarness runtime, Path log) {
            this.contestant = contestant;
            this.runtime = runtime;
            this.log = log;
            this.event = contestant.event();
        }

        static Running start(Contestant contestant) throws IOException {
            Path log = Files.createTempFile("gc", ".log");
            LambdaRuntimeHarness runtime =
                    contestant.start("-Xms64m", "-Xmn16m", "-Xlog:gc+heap=info:file=" + log + "::filecount=0");
            return new Running(contestant, runtime, log);
        }

        void chunk(boolean count) {
            double before = runtime.usage().cpu().toNanos();
            for (int i = 0; i < CHUNK; i++) {
                long elapsed = contestant.call(runtime, event).elapsed().toNanos();
                if (count) {
                    walls.add(elapsed / 1e3);
                }
            }
            called += CHUNK;
            if (count) {
                cpuNanos += runtime.usage().cpu().toNanos() - before;
                counted += CHUNK;
            }
        }

        Result result() {
            return new Result(cpuNanos / 1e3 / counted, Median.of(walls).middle(), allocated() / called);
        }

        /** What the young generation took in between two collections, summed up. */
        private double allocated() {
            try {
                double bytes = 0;
                double left = 0;
                for (String line : Files.readAllLines(log)) {
                    Matcher young = YOUNG.matcher(line);
                    if (young.find()) {
                        bytes += Double.parseDouble(young.group(1)) - left;
                        left = Double.parseDouble(young.group(2));
                    }
                }
                return bytes * 1024;
            } catch (IOException e) {
                throw new IllegalStateException("The collector's log cannot be read", e);
            }
        }

        @Override
        public void close() {
            runtime.close();
            try {
                Files.deleteIfExists(log);
            } catch (IOException e) {
                throw new IllegalStateException("The collector's log cannot be deleted", e);
            }
        }
    }
}
