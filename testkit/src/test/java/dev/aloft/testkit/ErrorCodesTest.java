package dev.aloft.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every coded error of the sources is explained in docs/errors.md and named by a test, and the page explains nothing that does not
 * exist.
 */
class ErrorCodesTest {
    private static final Pattern IN_SOURCE = Pattern.compile("\"(ALOFT-\\d{3})[\" ]");
    private static final Pattern IN_TEST = Pattern.compile("(ALOFT-\\d{3})(?!\\d)");
    private static final Pattern IN_PAGE = Pattern.compile("</a>(ALOFT-\\d{3}) ");

    private final Path root = Path.of("..").toAbsolutePath().normalize();

    @Test
    void pageAndSourcesNameTheSameCodes() throws IOException {
        Set<String> inSources = codes(IN_SOURCE, ErrorCodesTest::isMainSource);
        Set<String> inPage = new TreeSet<>();
        addCodes(IN_PAGE, root.resolve("docs/errors.md"), inPage);

        assertThat(inSources).contains("ALOFT-102", "ALOFT-306");
        assertThat(inPage).isEqualTo(inSources);
    }

    @Test
    void everyCodeIsNamedByATest() throws IOException {
        Set<String> inTests = codes(IN_TEST, ErrorCodesTest::isOtherTest);

        assertThat(inTests).containsAll(codes(IN_SOURCE, ErrorCodesTest::isMainSource));
    }

    private Set<String> codes(Pattern pattern, Predicate<Path> wanted) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root, 12)) {
            for (Path file : files.filter(wanted).toList()) {
                addCodes(pattern, file, codes);
            }
        }
        return codes;
    }

    private static boolean isOtherTest(Path file) {
        return file.toString().endsWith(".java")
                && file.toString().contains("/src/test/")
                && !file.endsWith("ErrorCodesTest.java");
    }

    private static boolean isMainSource(Path file) {
        return file.toString().endsWith(".java") && file.toString().contains("/src/main/java/dev/aloft/");
    }

    private static void addCodes(Pattern pattern, Path file, Set<String> codes) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
    }
}
