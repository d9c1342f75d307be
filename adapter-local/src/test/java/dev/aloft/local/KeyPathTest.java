package dev.aloft.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPathTest {
    private static final Path ROOT = Path.of("root").toAbsolutePath();

    static Stream<String[]> table() {
        return Stream.of(new String[][] {
            {"a.png", "a.png"},
            {"cats/tom 1+x.png", "cats/tom 1+x.png"},
            {".", "%2E"},
            {"..", ".%2E"},
            {"../../etc/passwd", ".%2E/.%2E/etc/passwd"},
            {"a/../b", "a/.%2E/b"},
            {"/etc/passwd", "%-/etc/passwd"},
            {"//a", "%-/%-/a"},
            {"a/", "a/%-"},
            {"/", "%-/%-"},
            {"a//b", "a/%-/b"},
            {"..\\x", "..%5Cx"},
            {"C:\\x", "C%3A%5Cx"},
            {"%2e%2e%2f", "%252e%252e%252f"},
            {"%252e", "%25252e"},
            {"%-", "%25-"},
            {"%tmp-1", "%25tmp-1"},
            {"CON", "%43ON"},
            {"x/nul.txt", "x/%6Eul.txt"},
            {"com1", "%63om1"},
            {"LPT9.a.b", "%4CPT9.a.b"},
            {"CONIN$", "%43ONIN$"},
            {"console", "console"},
            {"a.", "a%2E"},
            {"a ", "a%20"},
            {"\0", "%00"},
            {"a\0/b", "a%00/b"},
            {"\r\n\u007f", "%0D%0A%7F"},
            {"\u00e9", "%C3%A9"},
            {"\ud83d\ude00", "%F0%9F%98%80"},
            {"a~1", "a%7E1"},
            {"a*?<>\"|b", "a%2A%3F%3C%3E%22%7Cb"},
            {"x".repeat(201), "x".repeat(200) + "%+/x"},
            {"\u00e9".repeat(34) + "CON", "%C3%A9".repeat(33) + "%+/%C3%A9CON"},
            {"x".repeat(200) + "CON", "x".repeat(200) + "%+/%43ON"},
            {"x".repeat(200) + "..", "x".repeat(200) + "%+/.%2E"}
        });
    }

    @ParameterizedTest
    @MethodSource("table")
    void aKeyHasOnePath(String key, String path) {
        assertThat(KeyPath.of(key)).isEqualTo(path);
        assertThat(KeyPath.keyOf(path)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100%.txt",
                "a%20b.txt",
                "%zz",
                "%c3%a9",
                "%C3",
                "%C0%AF",
                "%2F",
                "%2e",
                "a%+/b",
                "a%+",
                "%-x",
                "%41",
                "K\u00e4tzchen/100%25.txt",
                "a:b/%C3%A9"
            })
    void namesThatNobodyEscapedAreKeysAsTheyAre(String path) {
        assertThat(KeyPath.keyOf(path)).isEqualTo(path);
    }

    @Test
    void randomKeysComeBackAndStayInside() {
        long seed = 20_261_126;
        Random random = new Random(seed);
        Set<String> keys = new HashSet<>();
        Set<String> paths = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            String key = randomKey(random);
            String path = KeyPath.of(key);

            assertThat(KeyPath.keyOf(path)).as("seed %d", seed).isEqualTo(key);
            Path resolved = ROOT.resolve(path);
            assertThat(resolved.normalize())
                    .isEqualTo(resolved)
                    .startsWithRaw(ROOT)
                    .isNotEqualTo(ROOT);
            for (String name : path.split("/", -1)) {
                requireSafe(name);
            }
            keys.add(key);
            paths.add(path);
        }
        assertThat(paths).hasSameSizeAs(keys);
    }

    private static void requireSafe(String name) {
        assertThat(name)
                .isNotEmpty()
                .hasSizeLessThan(210)
                .doesNotEndWith(".")
                .doesNotEndWith(" ")
                .doesNotStartWith(Folder.TEMPORARY)
                .matches("[ -~&&[^\"*/:<>?\\\\|\u007e]]+");
        assertThat(name.toUpperCase(Locale.ROOT)).doesNotMatch("(CON|PRN|AUX|NUL|COM\\d|LPT\\d)(\\..*)?");
    }

    static String randomKey(Random random) {
        String[] pieces = {
            "/",
            "/",
            ".",
            "..",
            "../",
            "%",
            "%2F",
            "%-",
            "%+",
            "%tmp-",
            "\\",
            ":",
            "CON",
            "nul.",
            "com1",
            "a",
            "B",
            " ",
            "\0",
            "\n",
            "~",
            "\u00e9",
            "\u4e2d",
            "\ud83d\ude00",
            "x".repeat(150),
            "\u00e9".repeat(40)
        };
        StringBuilder key = new StringBuilder();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            key.append(pieces[random.nextInt(pieces.length)]);
        }
        return key.toString().getBytes(UTF_8).length > 1_024 ? "long" : key.toString();
    }
}
