package dev.aloft.codec.jackson;

import static dev.aloft.codec.jackson.Codec.CODEC;
import static dev.aloft.codec.jackson.Codec.read;
import static dev.aloft.codec.jackson.Codec.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttackTest {

    record Box(Object content) {}

    enum Colour {
        RED,
        GREEN
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    interface Anything {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22C0AF22",
                "22EDA08022",
                "22F490808022",
                "22FF22",
                "22E282",
                "FEFF0022006100220020",
                "22006100220020"
            })
    void bytesThatAreNotUtf8AreRefused(String hex) {
        assertThat(refused(HexFormat.of().parseHex(hex), String.class).code()).isEqualTo("ALOFT-301");
    }

    @Test
    void utf16AndUtf32AreNotGuessed() {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16)) {
            assertThat(refused("{\"a\":1}".getBytes(charset), Map.class).code()).isEqualTo("ALOFT-301");
        }
    }

    @Test
    void aReplacementCharacterThatWasSentIsKept() {
        assertThat(read("\"\uFFFD\"", String.class)).isEqualTo("\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\ud800", "\\udc00", "\\ud800\\ud800", "\\ud800x", "\\ud800\\n", "\\udc00\\ud800", "\\\\\\ud800"
            })
    void halfACharacterIsRefused(String escapes) {
        assertThat(refused("\"" + escapes + "\"", String.class).code()).isEqualTo("ALOFT-301");
    }

    @Test
    void escapedPairsAndEscapedBackslashesAreRead() {
        assertThat(read("\"\\ud83d\\ude00\"", String.class)).isEqualTo("\uD83D\uDE00");
        assertThat(read("\"\\\\ud800\"", String.class)).isEqualTo("\\ud800");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{'a':1}",
                "{a:1}",
                "[1]x",
                "[1] 2",
                "{\"a\":1,\"a\":2}",
                "// x\n1",
                "/**/1",
                "01",
                "+1",
                ".5",
                "1.",
                "0x1",
                "NaN",
                "Infinity",
                "-Infinity",
                "tru",
                "\"\t\"",
                "\"\\x41\"",
                "\"\\u00zz\"",
                "\"a",
                "[1 2]",
                "\u0000",
                "1\u0000",
                "undefined",
                "\"\\ud8"
            })
    void whatIsNotExactlyOneJsonValueIsRefused(String json) {
        assertThat(refused(json, Object.class).code()).isEqualTo("ALOFT-301");
    }

    @Test
    void duplicateNamesAreRefusedEvenWhereTheyAreSkipped() {
        assertThat(refused("{\"item\":\"a\",\"price\":1,\"x\":{\"y\":1,\"y\":2}}", Order.Line.class)
                        .code())
                .isEqualTo("ALOFT-301");
    }

    @Test
    void nestingBeyond200LevelsIsRefusedAtOnce() {
        for (String open : List.of("[", "{\"a\":")) {
            byte[] bomb = open.repeat(100_000).getBytes(StandardCharsets.UTF_8);
            for (Class<?> type : List.of(Object.class, JsonNode.class, Box.class, List.class)) {
                long start = System.nanoTime();

                assertThat(refused(bomb, type).code()).isIn("ALOFT-301", "ALOFT-302");

                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            }
        }
        assertThat(refused("{\"unknown\":" + "[".repeat(100_000), Box.class).code())
                .isEqualTo("ALOFT-301");
    }

    @Test
    void nestingOf200LevelsIsRead() {
        assertThatCode(() -> read("[".repeat(200) + "]".repeat(200), Object.class))
                .doesNotThrowAnyException();
    }

    @Test
    void anEnumIsReadByNameOnly() {
        assertThat(read("\"RED\"", Colour.class)).isEqualTo(Colour.RED);

        assertThat(refused("0", Colour.class).code()).isEqualTo("ALOFT-302");
        assertThat(refused("\"red\"", Colour.class).code()).isEqualTo("ALOFT-302");
    }

    @Test
    void aSingleValueIsNoArrayAndAnArrayNoSingleValue() {
        assertThat(refused("1", int[].class).code()).isEqualTo("ALOFT-302");
        assertThat(refused("[1]", int.class).code()).isEqualTo("ALOFT-302");
        assertThat(refused("[{\"item\":\"a\",\"price\":1}]", Order.Line.class).code())
                .isEqualTo("ALOFT-302");
        assertThat(refused("[[[[1]]]]", int.class).code()).isEqualTo("ALOFT-302");
    }

    @Test
    void classNamesInAPayloadAreData() {
        String json = "{\"content\":{\"@class\":\"java.net.URL\",\"@type\":\"x\"}}";

        assertThat(read(json, Box.class).content()).isEqualTo(Map.of("@class", "java.net.URL", "@type", "x"));
        assertThat(read("{\"content\":[\"java.net.URL\",\"http://localhost\"]}", Box.class)
                        .content())
                .isEqualTo(List.of("java.net.URL", "http://localhost"));
    }

    @Test
    void aClassNameThatAnAnnotationAsksForMustBeOfThatType() {
        assertThat(refused("{\"@class\":\"java.net.URL\"}", Anything.class).code())
                .isEqualTo("ALOFT-302");
    }

    @Test
    void longNamesAndTextsDoNotExhaustAnything() {
        String name = "n".repeat(60_000);

        assertThat(refused("{\"" + name + "\":1}", Map.class).code()).isEqualTo("ALOFT-301");
        assertThat(read("\"" + "x".repeat(10_000_000) + "\"", String.class)).hasSize(10_000_000);
    }

    @Test
    void manyDistinctNamesLeaveNothingBehind() {
        readDistinctNames(0, 10_000);
        long before = usedHeap();

        readDistinctNames(10_000, 300_000);

        assertThat(usedHeap() - before).isLessThan(5_000_000);
    }

    private static void readDistinctNames(int from, int to) {
        for (int i = from; i < to; i += 100) {
            StringBuilder json = new StringBuilder("{\"item\":\"tea\",\"price\":1");
            for (int j = i; j < i + 100; j++) {
                json.append(",\"name-").append(j).append("\":0");
            }
            CODEC.read(json.append('}').toString().getBytes(StandardCharsets.UTF_8), Order.Line.class);
        }
    }

    private static long usedHeap() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            used = Math.min(
                    used,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return used;
    }

    @Test
    void anObjectOf300000PropertiesIsRead() {
        StringBuilder json = new StringBuilder("{\"a\":0");
        for (int i = 0; i < 300_000; i++) {
            json.append(",\"").append(i).append("\":0");
        }

        Map<String, Integer> all = read(json.append('}').toString(), new TypeReference<>() {});

        assertThat(all).hasSize(300_001);
    }
}
