package dev.aloft.testkit.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aloft.testkit.runtime.GoogleInvokerHarness;
import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One jar, every platform, the same observable answers: docs/http-parity.md is generated here. */
class ParityMatrixTest {
    private static final Path PAGE = Path.of("../docs/http-parity.md");

    @TempDir
    Path folder;

    @Test
    void everyPlatformAnswersAlike() throws Exception {
        requireRuntimes(LambdaRuntimeHarness.unavailableReason());
        requireRuntimes(GoogleInvokerHarness.unavailableReason());
        List<Exchange> exchanges = Exchanges.all();
        ParityReport report = new ParityReport(exchanges);
        Path jar = ParityApplication.jar(folder);
        Map<Exchange, Observation> expected = new HashMap<>();

        try (Platform reference = new InProcess()) {
            for (Exchange exchange : exchanges) {
                Observation seen = reference.send(exchange);
                assertThat(seen.status()).as(exchange.name()).isEqualTo(exchange.status());
                assertThat(seen.body()).doesNotContain("secret", "\tat ").contains(exchange.answer());
                expected.put(exchange, seen);
            }
        }
        compare(new LocalPlatform(jar), expected, report, exchanges);
        compare(new AzurePlatform(jar), expected, report, exchanges);
        compare(new GooglePlatform(jar), expected, report, exchanges);
        for (Platform gateway : LambdaPlatform.all(jar)) {
            compare(gateway, expected, report, exchanges);
        }

        assertThat(report.failures()).isEmpty();
        requireCurrentPage(report.markdown());
    }

    private static void compare(
            Platform platform, Map<Exchange, Observation> expected, ParityReport report, List<Exchange> exchanges)
            throws Exception {
        Deviations deviations = Deviations.known();
        try (platform) {
            for (Exchange exchange : exchanges) {
                List<String> differences = platform.send(exchange).differencesFrom(expected.get(exchange));
                report.add(platform, exchange, differences, deviations.reason(platform, exchange));
            }
        }
    }

    private static void requireCurrentPage(String markdown) throws IOException {
        if (Boolean.getBoolean("aloft.update")) {
            Files.writeString(PAGE, markdown);
        }
        assertThat(PAGE)
                .as("docs/http-parity.md is out of date; run this test with -Daloft.update=true")
                .hasContent(markdown);
    }

    private static void requireRuntimes(Optional<String> unavailable) {
        assumeTrue(unavailable.isEmpty(), () -> unavailable.orElse(""));
    }
}
