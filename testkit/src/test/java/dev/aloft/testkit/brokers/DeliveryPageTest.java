package dev.aloft.testkit.brokers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every test that docs/delivery.md names is there, and every row that it has was run. */
class DeliveryPageTest {
    private static final Path PAGE = Path.of("../docs/delivery.md");
    private static final String TEXT = read(PAGE);

    /** A link to a test's file, and the methods of it, or the simulated brokers, that are named after it. */
    private static final Pattern TEST = Pattern.compile("\\[((?:\\w+/)?\\w+(?:Test|IT))]((?:\\s+`\\w+`)*)(?!:)");

    private static final Pattern CODE = Pattern.compile("`(\\w+)`");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^\\[([\\w/]+)]: (\\S+)$");
    private static final Pattern LINK = Pattern.compile("\\[([\\w/]+)](?![(\\[:])|]\\[([\\w/]+)]");
    private static final Pattern HEAD =
            Pattern.compile("\\[(returned|thrown|later|rejected|partial)](?: is its)? `(\\w+)`");
    private static final Map<String, String> LINKS = links();

    /** A row of the tables of the platforms. */
    private record PageRow(String platform, List<String> cells) {
        String source() {
            return cells.get(0);
        }

        String tests() {
            return cells.get(cells.size() - 2);
        }

        String vendor() {
            return cells.get(cells.size() - 1);
        }

        @Override
        public String toString() {
            return platform + ", " + source();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> links() {
        Map<String, String> links = new LinkedHashMap<>();
        DEFINITION.matcher(TEXT).results().forEach(found -> links.put(found.group(1), found.group(2)));
        return links;
    }

    static Stream<PageRow> rows() {
        return Stream.of("AWS Lambda", "Azure Functions", "Google Cloud", "Local")
                .flatMap(DeliveryPageTest::rows);
    }

    private static Stream<PageRow> rows(String platform) {
        String section = TEXT.split("(?m)^### " + platform + "$", 2)[1].split("(?m)^##", 2)[0];
        return section.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| source "))
                .map(line -> new PageRow(platform, cells(line)));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                .map(String::strip)
                .toList();
    }

    static Stream<String> references() {
        return TEST.matcher(TEXT).results().map(MatchResult::group).distinct();
    }

    @ParameterizedTest
    @MethodSource("references")
    void everyTestThatIsNamedIsThere(String reference) {
        Matcher named = TEST.matcher(reference);
        assertThat(named.matches()).isTrue();
        String test = named.group(1);

        assertThat(LINKS).containsKey(test);
        assertThat(LINKS.get(test)).endsWith("/" + test + ".java");
        String source = read(PAGE.resolveSibling(LINKS.get(test)));
        for (MatchResult name : CODE.matcher(named.group(2)).results().toList()) {
            requireThere(name.group(1), test, source);
        }
    }

    private static void requireThere(String name, String test, String source) {
        if (Character.isUpperCase(name.charAt(0))) {
            assertThat(test).isEqualTo("NothingLostTest");
            assertThat(Scenario.values()).extracting(Scenario::name).contains(name);
        } else {
            assertThat(isTest(name, source))
                    .as("%s of %s is a test", name, test)
                    .isTrue();
        }
    }

    /** Between the end of the member before it and the method there is the annotation. */
    private static boolean isTest(String method, String source) {
        int start = source.indexOf("\n    void " + method + "(");
        String before = start < 0 ? "" : source.substring(0, start);
        String annotations = before.substring(Math.max(before.lastIndexOf("\n    }\n"), 0));
        return annotations.contains("@Test") || annotations.contains("@ParameterizedTest");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowHasATestAndAVendorsPage(PageRow row) {
        assertThat(row.cells())
                .hasSize(row.platform().matches("AWS.*|Azure.*") ? 9 : 10)
                .doesNotContain("");
        assertThat(row.tests()).containsPattern(TEST);
        if (!row.platform().equals("Local")) {
            assertThat(row.vendor()).matches("\\[\\w+](, \\[\\w+])*");
            for (String page : row.vendor().replaceAll("[\\[\\],]", " ").strip().split(" +")) {
                assertThat(LINKS.get(page)).as(page).startsWith("https://");
            }
        }
    }

    @Test
    void everyRowIsRunAndNoOther() {
        Collection<String> onPage = new TreeSet<>(rows().map(PageRow::source).toList());
        Collection<String> run = new TreeSet<>(
                Arrays.stream(DeliveryRow.values()).map(DeliveryRow::source).toList());

        assertThat(onPage).hasSize(36).isEqualTo(run);
    }

    @Test
    void headsOfTheColumnsLeadToTheTestOfTheColumn() {
        String source = read(PAGE.resolveSibling(LINKS.get("DeliveryTableTest")));
        List<MatchResult> heads = HEAD.matcher(TEXT).results().toList();

        assertThat(heads).hasSize(5);
        assertThat(heads).allSatisfy(head -> {
            assertThat(LINKS.get(head.group(1))).isEqualTo(LINKS.get("DeliveryTableTest"));
            assertThat(isTest(head.group(2), source)).as(head.group(2)).isTrue();
        });
    }

    @Test
    void everyLinkLeadsSomewhere() {
        TreeSet<String> used = new TreeSet<>();
        String prose = TEXT.replaceAll("`[^`]*`", "");
        LINK.matcher(prose).results().forEach(link -> used.add(link.group(1) == null ? link.group(2) : link.group(1)));

        assertThat(used).isEqualTo(new TreeSet<>(LINKS.keySet()));
    }
}
