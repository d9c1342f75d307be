package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    private static Options parse(Map<String, String> environment, String... arguments) {
        return Options.parse(arguments, environment);
    }

    @Test
    void withoutAnyItIsThisMachineAndPort8080() {
        Options options = parse(Map.of());

        assertThat(options)
                .isEqualTo(new Options(
                        false, null, 8080, 10 * 1024 * 1024, 300, Map.of(), List.of(), false, options.setup()));
        assertThat(options.setup().profileName()).isEqualTo("calm");
        assertThat(options.setup().start()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void optionsComeWithEqualsSignOrAsTheNextArgument() {
        Options options = parse(Map.of(), "--port", "0", "--host=0.0.0.0", "--max-body", "5");

        assertThat(options)
                .isEqualTo(new Options(false, "0.0.0.0", 0, 5, 300, Map.of(), List.of(), false, options.setup()));
        assertThat(parse(Map.of(), "--port=99").port()).isEqualTo(99);
    }

    @Test
    void theCommandLineWinsOverTheEnvironment() {
        assertThat(parse(Map.of("PORT", "81")).port()).isEqualTo(81);
        assertThat(parse(Map.of("PORT", " ")).port()).isEqualTo(8080);
        assertThat(parse(Map.of("PORT", "x"), "--port", "82").port()).isEqualTo(82);
    }

    @Test
    void foldersAreBucketsByName() {
        Options options = parse(Map.of(), "--folder", "uploads=/data/a=b", "--folder=archive=rel", "--settle=5");

        assertThat(options.folders()).isEqualTo(Map.of("uploads", "/data/a=b", "archive", "rel"));
        assertThat(options.settle()).isEqualTo(5);
    }

    @Test
    void aProfileAndASeedMakeAnotherPlatform() {
        Setup setup = parse(Map.of(), "--profile=strict", "--seed", "-42").setup();

        assertThat(setup.profileName()).isEqualTo("strict");
        assertThat(setup.seed()).isEqualTo(-42);
        assertThat(setup.profile().isApart()).isTrue();
    }

    @Test
    void foldersOfClassesMayBeSeveral() {
        Options options = parse(Map.of(), "--reload", "a/target/classes", "--reload=b");

        assertThat(options.reload()).containsExactly("a/target/classes", "b");
    }

    @Test
    void theConsoleIsTextUnlessItIsToBeJson() {
        assertThat(parse(Map.of(), "--log=text").json()).isFalse();
        assertThat(parse(Map.of(), "--log", "json").json()).isTrue();
    }

    @Test
    void helpIsAskedForInTwoWays() {
        assertThat(parse(Map.of(), "--help").help()).isTrue();
        assertThat(parse(Map.of(), "-h").help()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "--prot, there is no option --prot",
        "serve, there is no option serve",
        "--port, --port needs a value",
        "--reload, --reload needs a value",
        "--log=xml, '--log is text or json, not xml'",
        "--folder, --folder needs a value",
        "--folder=uploads, '--folder is NAME=DIR, a bucket and its folder, not uploads'",
        "--folder==x, '--folder is NAME=DIR, a bucket and its folder, not =x'",
        "--folder=a=, '--folder is NAME=DIR, a bucket and its folder, not a='",
        "--settle=60001, '--settle is a whole number from 0 to 60000, not 60001'",
        "--profile=azur, '--profile is one of [aws, azure, gcp, strict, calm], not azur'",
        "--seed=x, '--seed is a whole number, not x'",
        "--port=65536, '--port is a whole number from 0 to 65535, not 65536'",
        "--port=-1, '--port is a whole number from 0 to 65535, not -1'",
        "--port=http, '--port is a whole number from 0 to 65535, not http'",
        "--max-body=10MB, '--max-body is a whole number from 0 to 1073741824, not 10MB'"
    })
    void mistakesAreNamedWithWhatIsAllowed(String argument, String fault) {
        assertThatThrownBy(() -> parse(Map.of(), argument))
                .isInstanceOf(AloftException.class)
                .hasMessage("ALOFT-122 The command line is not understood: " + fault + ". See --help.");
    }

    @Test
    void aWrongPortInTheEnvironmentIsNamedAsSuch() {
        assertThatThrownBy(() -> parse(Map.of("PORT", "x")))
                .hasMessage(
                        "ALOFT-122 The command line is not understood: PORT is a whole number from 0 to 65535, not x. See --help.");
    }
}
