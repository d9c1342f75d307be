package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aloft.testkit.runtime.JarHarness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's curl lines, run as they stand, print what stands below them. */
class ReadmeIT {
    private static final Pattern CONSOLE =
            Pattern.compile("<!-- console shop -->\\n```console\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void curlLinesAnswerAsPrinted() throws Exception {
        assumeTrue(isCurlHere(), "curl is not installed, so the README's lines cannot be run as they stand");
        Matcher console = CONSOLE.matcher(Files.readString(Path.of("../../README.md")));
        assertThat(console.find()).isTrue();
        try (JarHarness shop = JarHarness.builder()
                .jar(Path.of("target/shop.jar"))
                .arguments(List.of("--port", "0"))
                .readyLine(line -> line.startsWith("Aloft serves 18 functions at http://localhost:"))
                .start()) {
            String line = shop.readyLine();
            String port = line.substring(line.lastIndexOf(':'));
            List<String> expected = new ArrayList<>();
            List<String> printed = new ArrayList<>();

            for (String entry : console.group(1).split("(?m)^\\$ ")) {
                if (!entry.isBlank()) {
                    int end = entry.indexOf('\n');
                    expected.add(entry.substring(end + 1).strip());
                    printed.add(
                            printed(entry.substring(0, end).replace(":8080", port), expected.get(expected.size() - 1)));
                }
            }

            assertThat(printed).hasSize(15).isEqualTo(expected);
        }
    }

    /** What was sent is delivered a moment later: a line that only asks is run again until then. */
    private String printed(String command, String expected) throws Exception {
        boolean asks = !command.contains(" -d ") && !command.contains(" -X ");
        String printed = run(command).strip();
        for (int again = 0; again < 50 && asks && !printed.equals(expected); again++) {
            printed = run(command).strip();
        }
        return printed;
    }

    /** On a terminal curl prints a table of its progress only if the answer goes to a file; here it would always. */
    private String run(String command) throws Exception {
        Path progress = folder.resolve("progress");
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectError(progress.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        if (command.contains(" -o ")) {
            assertThat(progress).as(command).isEmptyFile();
        }
        return output;
    }

    private boolean isCurlHere() throws InterruptedException {
        try {
            return new ProcessBuilder("curl", "--version")
                            .redirectOutput(folder.resolve("version").toFile())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
