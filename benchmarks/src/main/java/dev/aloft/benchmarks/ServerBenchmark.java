package dev.aloft.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Servers that listen for HTTP themselves: Google's invoker and what {@code java -jar} starts. */
record ServerBenchmark(int rounds, int calls, PrintStream out) {

    /**
     * Google's invoker.
     *
     * @param group how many rows belong together: the native one, with which the rest of them are compared
     */
    void google(String title, List<GoogleContestant> contestants, int group) throws IOException {
        Results<ColdStart> cold = ColdStart.measure(contestants, rounds);
        Results<WarmCalls> warm = WarmCalls.measure(contestants, calls);
        Table table = new Table(
                title,
                "cold CPU ms",
                "× native CPU",
                "cold wall ms",
                "× native wall",
                "peak RSS MB",
                "warm CPU µs",
                "× native CPU",
                "wall µs p50");
        for (int i = 0; i < contestants.size(); i++) {
            Contestant contestant = contestants.get(i);
            Contestant vendor = contestants.get(i - i % group);
            ColdStart own = cold.of(contestant);
            table.row(
                    contestant.name(),
                    own.cpu().range("%.0f"),
                    own.cpu().over(cold.of(vendor).cpu()).range("%.2f"),
                    own.wall().middle("%.0f"),
                    own.wall().over(cold.of(vendor).wall()).middle("%.2f"),
                    own.resident().middle("%.0f"),
                    warm.of(contestant).cpu().middle("%.1f"),
                    warm.of(contestant).cpu().over(warm.of(vendor).cpu()).range("%.2f"),
                    warm.of(contestant).wall().middle("%.0f"));
        }
        out.println(table);
    }

    /** @param invoker what both are compared with; empty where it cannot run */
    void jar(List<JarContestant> contestants, Optional<GoogleContestant> invoker) throws IOException {
        List<Contestant> all = new ArrayList<>(contestants);
        invoker.ifPresent(all::add);
        Results<ColdStart> results = ColdStart.measure(all, rounds);
        Contestant bare = contestants.get(0);
        Table table = new Table(
                "Container, first 200",
                "CPU ms",
                "× JDK HttpServer CPU",
                "× invoker CPU",
                "wall ms",
                "× JDK HttpServer wall",
                "peak RSS MB");
        for (Contestant contestant : all) {
            ColdStart own = results.of(contestant);
            table.row(
                    contestant.name(),
                    own.cpu().range("%.0f"),
                    own.cpu().over(results.of(bare).cpu()).range("%.2f"),
                    invoker.map(other -> own.cpu().over(results.of(other).cpu()).range("%.2f"))
                            .orElse(""),
                    own.wall().middle("%.0f"),
                    own.wall().over(results.of(bare).wall()).range("%.2f"),
                    own.resident().middle("%.0f"));
        }
        out.println(table);
    }
}
