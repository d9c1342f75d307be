package dev.aloft.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.aloft.benchmarks.functions.GreetText;
import dev.aloft.local.Main;
import dev.aloft.testkit.runtime.JarHarness;
import dev.aloft.testkit.runtime.RawHttpClient;
import dev.aloft.testkit.runtime.RawHttpRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** Edit after edit, from the moment at which the class file is written to the first answer of the new class. */
record ReloadBenchmark(Deployments deployments, PrintStream out) {
    private static final int EDITS = 50;
    private static final long LONGEST_NANOS = 30_000_000_000L;
    private static final String TEXT = "Hello, ";

    void run() throws IOException {
        Path folder = deployments.functions().folder();
        Path file = folder.resolve(GreetText.class.getName().replace('.', '/') + ".class");
        String original = Files.readString(file, ISO_8859_1);
        JarHarness.Builder server = JarHarness.builder()
                .jar(deployments.aloftWithoutCodec().jar(Main.class))
                .arguments(List.of("--port", "0", "--reload", folder.toString()))
                .readyLine(line -> line.startsWith("Aloft serves "));
        Series times = new Series();
        try (JarHarness application = server.start()) {
            String ready = application.readyLine();
            int port = Integer.parseInt(ready.substring(ready.lastIndexOf(':') + 1));
            RawHttpClient client = RawHttpClient.tcp(port);
            for (int edit = 1; edit <= EDITS; edit++) {
                String text = String.format(Locale.ROOT, "H%04d, ", edit);
                Files.writeString(file, original.replace(TEXT, text), ISO_8859_1);
                times.add(untilAnswered(client, text) / 1e6);
            }
        }
        Table table = new Table("Reload, " + EDITS + " edits", "ms from class file to answer");
        table.row("one class changed", times.range("%.0f"));
        out.println(table);
    }

    private static double untilAnswered(RawHttpClient client, String text) throws IOException {
        RawHttpRequest request = HttpWork.greet("/text/greet").request();
        long start = System.nanoTime();
        while (!client.send(request).text().contains(text)) {
            if (System.nanoTime() - start > LONGEST_NANOS) {
                throw new IllegalStateException("The changed class is not served: " + text);
            }
            LockSupport.parkNanos(1_000_000);
        }
        return System.nanoTime() - start;
    }
}
