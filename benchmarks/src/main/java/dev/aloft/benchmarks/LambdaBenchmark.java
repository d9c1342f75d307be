package dev.aloft.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalDouble;

/** The real Lambda runtime: cold starts, warm calls, allocation. */
record LambdaBenchmark(String title, List<LambdaContestant> contestants, int rounds, int calls, PrintStream out) {

    void run() throws IOException {
        cold();
        warm();
        allocation();
    }

    private void cold() throws IOException {
        Results<ColdStart> results = ColdStart.measure(contestants, rounds);
        ColdStart base = results.of(named(LambdaContestant.NATIVE));
        Table table = new Table(
                title + ", cold", "CPU ms", "× native CPU", "wall ms", "× native wall", "peak RSS MB", "classes");
        for (Contestant contestant : contestants) {
            ColdStart own = results.of(contestant);
            table.row(
                    contestant.name(),
                    own.cpu().range("%.0f"),
                    own.cpu().over(base.cpu()).range("%.2f"),
                    own.wall().middle("%.0f"),
                    own.wall().over(base.wall()).middle("%.2f"),
                    own.resident().middle("%.0f"),
                    Integer.toString(LoadedClasses.of(contestant).size()));
        }
        out.println(table);
    }

    private void warm() throws IOException {
        Results<WarmCalls> results = WarmCalls.measure(contestants, calls);
        WarmCalls floor = results.of(named(LambdaContestant.FLOOR));
        Table table = new Table(
                title + ", warm", "CPU µs", "above the empty handler", "wall µs p50", "above the empty handler");
        for (Contestant contestant : contestants) {
            WarmCalls own = results.of(contestant);
            table.row(
                    contestant.name(),
                    own.cpu().middle("%.1f"),
                    own.cpu().minus(floor.cpu()).range("%.1f"),
                    own.wall().middle("%.0f"),
                    own.wall().minus(floor.wall()).middle("%.0f"));
        }
        out.println(table);
    }

    private void allocation() throws IOException {
        Allocation floor = new Allocation(named(LambdaContestant.FLOOR), calls / 2);
        double floorByCollections = floor.byCollections();
        double floorByThread = floor.byThread().orElseThrow();
        Table table = new Table(
                title + ", warm",
                "bytes, by collections",
                "above the empty handler",
                "bytes, by thread",
                "above the empty handler");
        for (LambdaContestant contestant : contestants) {
            Allocation own = new Allocation(contestant, calls / 2);
            double byCollections = own.byCollections();
            OptionalDouble byThread = own.byThread();
            table.row(
                    contestant.name(),
                    bytes(byCollections),
                    bytes(byCollections - floorByCollections),
                    byThread.isPresent() ? bytes(byThread.getAsDouble()) : "",
                    byThread.isPresent() ? bytes(byThread.getAsDouble() - floorByThread) : "");
        }
        out.println(table);
    }

    private static String bytes(double count) {
        return Series.of(count).middle("%.0f");
    }

    private LambdaContestant named(String name) {
        return contestants.stream()
                .filter(contestant -> contestant.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
