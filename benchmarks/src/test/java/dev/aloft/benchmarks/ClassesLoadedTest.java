package dev.aloft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counted on the real Lambda runtime client, from the JVM's own log. */
class ClassesLoadedTest {
    private static final String ALLOWED =
            "(java|javax|jdk|sun|com\\.sun|com\\.amazonaws\\.services\\.lambda|com\\.amazonaws\\.lambda\\.thirdparty|dev\\.aloft)\\..*|\\[.*";

    @TempDir
    Path folder;

    @BeforeEach
    void lambdaRuntimeRunsHere() {
        Optional<String> reason = LambdaRuntimeHarness.unavailableReason();
        assumeTrue(reason.isEmpty(), () -> reason.orElse(""));
    }

    @Test
    void textBodyLoadsNoThirdPartyClass() throws IOException {
        List<String> classes = ColdStart.classesLoaded(contestant(Contestants.ALOFT_TEXT));

        assertThat(classes).contains("dev.aloft.benchmarks.functions.GreetText");
        assertThat(classes).doesNotContain("dev.aloft.benchmarks.functions.GreetJson");
        assertThat(classes).allMatch(name -> name.matches(ALLOWED));
        assertThat(classes).hasSizeLessThanOrEqualTo(960);
    }

    @Test
    void typedBodyLoadsTheCodecSoTheTestCanFail() throws IOException {
        List<String> classes = ColdStart.classesLoaded(contestant(Contestants.ALOFT_JSON));

        assertThat(classes).anyMatch(name -> name.startsWith("com.fasterxml.jackson."));
    }

    private Contestant contestant(String name) throws IOException {
        return Contestants.all(folder).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
