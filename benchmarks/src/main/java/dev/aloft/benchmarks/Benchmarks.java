package dev.aloft.benchmarks;

import dev.aloft.testkit.runtime.GoogleInvokerHarness;
import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the benchmarks that README.md describes and prints their tables. */
public final class Benchmarks {
    private final List<String> wanted;
    private final int rounds;
    private final int calls;
    private final PrintStream out;

    Benchmarks(List<String> wanted, int rounds, int calls, PrintStream out) {
        this.wanted = wanted;
        this.rounds = rounds;
        this.calls = calls;
        this.out = out;
    }

    /**
     * Runs what is wanted.
     *
     * @param arguments which benchmarks ({@code lambda,sqs,google,googleevent,jar,inprocess,reload,size}), the number of cold rounds, and the number of warm calls
     *     per contestant
     * @throws IOException if files cannot be written or a process cannot be reached
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> wanted = List.of(arguments[0].split(",", -1));
        new Benchmarks(wanted, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), out).run();
    }

    void run() throws IOException {
        Path folder = Files.createTempDirectory("aloft-benchmarks");
        try {
            out.printf(
                    "JDK %s, %d processors, %d rounds, %d calls%n%n", Runtime.version(), processors(), rounds, calls);
            Deployments deployments = new Deployments(folder);
            if (wanted.contains("lambda") && runs("lambda", LambdaRuntimeHarness.unavailableReason())) {
                new LambdaBenchmark("Lambda", LambdaContestant.http(deployments), rounds, calls, out).run();
            }
            if (wanted.contains("sqs") && runs("sqs", LambdaRuntimeHarness.unavailableReason())) {
                new LambdaBenchmark("Lambda, ten SQS messages", LambdaContestant.sqs(deployments), rounds, calls, out)
                        .run();
            }
            runServers(deployments);
            if (wanted.contains("inprocess")) {
                new InProcessBenchmark(deployments, rounds, out).run();
            }
            if (wanted.contains("reload")) {
                new ReloadBenchmark(deployments, out).run();
            }
            if (wanted.contains("size")) {
                new ShopJar(ShopJar.PATH, out).run();
            }
        } finally {
            delete(folder);
        }
    }

    private void runServers(Deployments deployments) throws IOException {
        ServerBenchmark servers = new ServerBenchmark(rounds, calls, out);
        boolean canGoogle = (wanted.contains("google") || wanted.contains("googleevent") || wanted.contains("jar"))
                && runs("google", GoogleInvokerHarness.unavailableReason());
        List<GoogleContestant> google = canGoogle ? GoogleContestant.http(deployments) : List.of();
        if (wanted.contains("google") && canGoogle) {
            servers.google("Google's invoker", google, 2);
        }
        if (wanted.contains("googleevent") && canGoogle) {
            servers.google("Google's invoker, CloudEvent", GoogleContestant.events(deployments), 3);
        }
        if (wanted.contains("jar")) {
            servers.jar(JarContestant.all(deployments), google.stream().findFirst());
        }
    }

    private boolean runs(String benchmark, Optional<String> unavailable) {
        unavailable.ifPresent(reason -> out.println("Without " + benchmark + ": " + reason + "\n"));
        return unavailable.isEmpty();
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
