package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.Binary;
import dev.aloft.Document;
import dev.aloft.DocumentReference;
import dev.aloft.GeoPoint;
import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentJsonTest {
    private static final int DOCUMENTS = 5_000;
    private static final String MEANINGFUL = "\"\\/\n\u0000\u007f{[:,a";

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void everyKindOfJsonIsRead() {
        Document document =
                read("{\"id\":\"p\\u002d1\",\"price\":9.90,\"sold\":false,\"none\":null,\"tags\":[\"new\",1,null,[]],"
                        + "\"address\":{\"city\":\"Berlin\"},\"\":{}}");

        assertThat(document)
                .isEqualTo(Document.builder()
                        .set("id", "p-1")
                        .set("price", new BigDecimal("9.90"))
                        .set("sold", false)
                        .set("none", null)
                        .set("tags", Arrays.asList("new", 1, null, List.of()))
                        .set("address", Document.builder().set("city", "Berlin").build())
                        .set("", Document.empty())
                        .build());
        assertThat(document.fields().keySet()).containsExactly("id", "price", "sold", "none", "tags", "address", "");
    }

    @Test
    void theObjectMayBePartOfALargerText() {
        JsonReader json = new JsonReader("[{\"a\":1},2]".getBytes(StandardCharsets.UTF_8));

        json.beginArray();
        Document document = DocumentJson.read(json);

        assertThat(document).isEqualTo(Document.builder().set("a", 1).build());
        assertThat(json.int64()).isEqualTo(2);
    }

    @Test
    void whatJsonLacksIsWrittenAsText() {
        Document document = Document.builder()
                .set("bytes", Binary.of((byte) 0, (byte) -1))
                .set("time", Instant.parse("2026-03-29T03:00:00.5Z"))
                .set("none", Double.NaN)
                .set("most", Double.POSITIVE_INFINITY)
                .set("least", Double.NEGATIVE_INFINITY)
                .set("owner", new DocumentReference("projects/p/users/u-1"))
                .build();

        assertThat(write(document))
                .isEqualTo(
                        "{\"bytes\":\"AP8=\",\"time\":\"2026-03-29T03:00:00.500Z\",\"none\":\"NaN\",\"most\":\"Infinity\","
                                + "\"least\":\"-Infinity\",\"owner\":\"projects/p/users/u-1\"}");
    }

    @Test
    void setsAndListsBecomeArraysAndPlacesObjects() {
        Document document = Document.builder()
                .set("sets", List.of(Set.of(new BigDecimal("1.0")), List.of(), Set.of(List.of("a"))))
                .set("none", null)
                .set("place", new GeoPoint(-90, 13.405))
                .build();

        assertThat(write(document))
                .isEqualTo(
                        "{\"sets\":[[1.0],[],[[\"a\"]]],\"none\":null,\"place\":{\"latitude\":-90.0,\"longitude\":13.405}}");
        assertThat(write(Document.empty())).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "3.0, 3",
        "-3.5, -3.5",
        "-0.0, 0",
        "9007199254740992, 9007199254740992",
        "-9007199254740992, -9007199254740992",
        "9007199254740994, 9007199254740994",
        "1.7976931348623157E308, 1.7976931348623157E+308",
        "4.9E-324, 4.9E-324"
    })
    void doubleWithoutAFractionIsAnInteger(double number, String written) {
        assertThat(write(Document.builder().set("n", number).build())).isEqualTo("{\"n\":" + written + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901234567890123456789012345678",
                "9.9999999999999999999999999999999999999E+125",
                "1E-130",
                "3.0",
                "0E+3",
                "1E+10000",
                "-1E-10000"
            })
    void exactNumbersKeepAllTheirDigits(String digits) {
        String json = "{\"n\":" + digits + "}";

        assertThat(read(json).number("n")).contains(new BigDecimal(digits));
        assertThat(write(read(json))).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"\\u0062\":1}}",
                "{\"n\":1E10001}",
                "{\"n\":1e-999999999999}",
                "{\"n\":NaN}",
                "{\"s\":\"\\ud800\"}",
                "[]",
                "null",
                "{\"a\":1",
                ""
            })
    void whatIsNoDocumentIsRefused(String json) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> read(json))
                .satisfies(e -> assertThat(e.code()).isEqualTo("ALOFT-201"));
    }

    @ParameterizedTest
    @CsvSource({"'{\"a\":', }", "'{\"a\":[', ]}"})
    void documentsLieInOneAnother200DeepAtMost(String open, String close) {
        int each = close.length();
        int most = 200 / each;

        String deepest = nested(open, close, most);

        assertThat(write(read(deepest))).isEqualTo(deepest);
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> read(nested(open, close, most + 1)))
                .withMessageContaining("at most 200 objects and arrays in one another");
    }

    @Test
    void whatWasReadIsWrittenAndReadTheSame() {
        for (int i = 0; i < DOCUMENTS; i++) {
            Document document = document(random.nextInt(5));

            assertThat(read(write(document)))
                    .as("seed %d, document %d", seed, i)
                    .isEqualTo(document);
        }
    }

    private Document document(int depth) {
        Document.Builder document = Document.builder();
        for (int i = random.nextInt(6); i > 0; i--) {
            document.set(text(), value(depth));
        }
        return document.build();
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> text();
            case 3 -> random.nextLong();
            case 4 -> new BigDecimal(new BigInteger(random.nextInt(128), random), random.nextInt(19_000) - 9_500);
            case 5 -> document(depth - 1);
            default -> list(depth - 1);
        };
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            values.add(value(depth));
        }
        return values;
    }

    /** All characters that UTF-8 can hold, most of them with a meaning in JSON. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int c = random.nextInt(4) == 0
                    ? random.nextInt(0x110000)
                    : MEANINGFUL.charAt(random.nextInt(MEANINGFUL.length()));
            text.appendCodePoint(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c);
        }
        return text.toString();
    }

    private static String nested(String open, String close, int times) {
        return open.repeat(times) + "0" + close.repeat(times);
    }

    private static Document read(String json) {
        return DocumentJson.read(new JsonReader(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String write(Document document) {
        JsonWriter json = new JsonWriter();
        DocumentJson.write(document, json);
        return new String(json.toByteArray(), StandardCharsets.UTF_8);
    }
}
