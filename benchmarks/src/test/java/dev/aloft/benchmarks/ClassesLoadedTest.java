package dev.aloft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counted on the real Lambda runtime client, from the JVM's own log; the codec is deployed in both cases. */
class ClassesLoadedTest {
    private static final List<String> ALLOWED = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "com.amazonaws.services.lambda.",
            "com.amazonaws.lambda.thirdparty.",
            "software.amazon.awssdk.utilslite.",
            "dev.aloft.");

    @TempDir
    static Path folder;

    private static List<String> ofTextBody;

    @BeforeAll
    static void lambdaRuntimeRunsHere() throws IOException {
        assumeThat(LambdaRuntimeHarness.unavailableReason()).isEmpty();
        ofTextBody = LoadedClasses.of(contestant(LambdaContestant.TEXT));
    }

    @Test
    void textBodyLoadsNoThirdPartyClass() {
        assertThat(ofTextBody).contains("dev.aloft.benchmarks.functions.GreetText");
        assertThat(ofTextBody).noneMatch(name -> name.startsWith("dev.aloft.benchmarks.functions.GreetJson"));
        assertThat(ofTextBody).noneMatch(name -> name.startsWith("dev.aloft.codec."));
        assertThat(ofTextBody).allMatch(name -> ALLOWED.stream().anyMatch(name::startsWith));
    }

    /** Later JDKs load more classes of their own: 25 about 130 for the same function. */
    @Test
    void textBodyKeepsToTheBudgetOfClassesOnJdk17() {
        assumeThat(Runtime.version().feature()).isEqualTo(17);

        assertThat(ofTextBody).hasSizeLessThanOrEqualTo(960);
    }

    @Test
    void typedBodyLoadsTheCodec() throws IOException {
        List<String> classes = LoadedClasses.of(contestant(LambdaContestant.JSON));

        assertThat(classes).contains("dev.aloft.codec.jackson.JacksonCodec");
        assertThat(classes).anyMatch(name -> name.startsWith("com.fasterxml.jackson.databind."));
    }

    @Test
    void batchOfTextMessagesLoadsNoThirdPartyClass() throws IOException {
        List<String> classes = LoadedClasses.of(batchContestant(LambdaContestant.TEXT));

        assertThat(classes).contains("dev.aloft.benchmarks.messages.CountText");
        assertThat(classes).doesNotContain("dev.aloft.benchmarks.messages.CountJson");
        assertThat(classes).noneMatch(name -> name.startsWith("dev.aloft.codec."));
        assertThat(classes).allMatch(name -> ALLOWED.stream().anyMatch(name::startsWith));
    }

    private static Contestant contestant(String name) throws IOException {
        return named(name, LambdaContestant.http(new Deployments(folder)));
    }

    private static Contestant batchContestant(String name) throws IOException {
        return named(name, LambdaContestant.sqs(new Deployments(folder)));
    }

    private static Contestant named(String name, List<LambdaContestant> contestants) {
        return contestants.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
