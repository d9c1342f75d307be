package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
    private static final Document ADDRESS =
            Document.builder().set("city", "Berlin").build();

    @Test
    void everyKindOfValueIsReachable() {
        Document document = full().build();

        assertThat(document.text("id")).contains("p-1");
        assertThat(document.number("price")).contains(new BigDecimal("9.90"));
        assertThat(document.flag("sold")).contains(true);
        assertThat(document.time("soldAt")).contains(Instant.EPOCH);
        assertThat(document.binary("thumbnail")).contains(Binary.of((byte) 1));
        assertThat(document.document("address")).contains(ADDRESS);
        assertThat(document.value("owner", DocumentReference.class)).contains(new DocumentReference("users/u-1"));
        assertThat(document.value("place", GeoPoint.class)).contains(new GeoPoint(52.52, 13.405));
        assertThat(document.value("weight", Double.class)).contains(0.1);
        assertThat(document.elements("tags")).contains(List.of("new", new BigDecimal("1")));
        assertThat(document.elements("sizes")).contains(Set.of("S", "M"));
    }

    @Test
    void fieldWithoutValueIsThereAndEmpty() {
        Document document = Document.builder().set("id", null).build();

        assertThat(document.has("id")).isTrue();
        assertThat(document.get("id")).isNull();
        assertThat(document.text("id")).isEmpty();
        assertThat(document.number("id")).isEmpty();
        assertThat(document).isNotEqualTo(Document.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID", ""})
    void absentFieldIsEmpty(String name) {
        for (Document document : List.of(full().build(), Document.empty())) {
            assertThat(document.has(name)).isFalse();
            assertThat(document.get(name)).isNull();
            assertThat(document.text(name)).isEmpty();
            assertThat(document.number(name)).isEmpty();
            assertThat(document.elements(name)).isEmpty();
        }
    }

    @Test
    void integersBecomeExactNumbers() {
        Document document = Document.builder()
                .set("int", Integer.MIN_VALUE)
                .set("long", Long.MAX_VALUE)
                .set("list", List.of(1, 2L))
                .build();

        assertThat(document.number("int")).contains(new BigDecimal("-2147483648"));
        assertThat(document.number("long")).contains(new BigDecimal("9223372036854775807"));
        assertThat(document.get("list")).isEqualTo(List.of(BigDecimal.valueOf(1), BigDecimal.valueOf(2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901234567890123456789012345678",
                "9.9999999999999999999999999999999999999E+125",
                "1E-130"
            })
    void numbersKeepAllTheirDigits(String digits) {
        Document document = Document.builder().set("n", new BigDecimal(digits)).build();

        assertThat(document.number("n").orElseThrow()).hasToString(digits);
    }

    @Test
    void doubleIsANumberIfItIsFinite() {
        Document document = Document.builder()
                .set("tenth", 0.1)
                .set("large", Double.MAX_VALUE)
                .set("none", Double.NaN)
                .build();

        assertThat(document.number("tenth")).contains(new BigDecimal("0.1"));
        assertThat(document.number("large")).contains(new BigDecimal("1.7976931348623157E+308"));
        assertThat(document.value("none", Double.class)).contains(Double.NaN);
        refuses(() -> document.number("none"), "none is no BigDecimal but a Double");
    }

    @Test
    void valueOfAnotherTypeIsRefused() {
        Document document = full().build();

        refuses(() -> document.number("id"), "id is no BigDecimal but a String");
        refuses(() -> document.text("price"), "price is no String but a BigDecimal");
        refuses(() -> document.flag("soldAt"), "soldAt is no Boolean but a Instant");
        refuses(() -> document.time("tags"), "tags is no Instant but a List");
        refuses(() -> document.binary("sizes"), "sizes is no Binary but a Set");
        refuses(() -> document.document("place"), "place is no Document but a GeoPoint");
        refuses(() -> document.value("address", List.class), "address is no List but a Document");
        refuses(() -> document.elements("id"), "id is no Collection but a String");
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void valueThatNoDatabaseHasIsRefused(Object value) {
        for (Object nested : List.of(value, List.of(value), Set.of(List.of(value)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Document.builder().set("f", nested))
                    .withMessage("ALOFT-415 The document's field f cannot hold a "
                            + value.getClass().getName()
                            + ". Allowed: null, String, Boolean, BigDecimal, Integer, Long, Double, Instant, and of"
                            + " dev.aloft Document, Binary, DocumentReference and GeoPoint; a List or Set of these.");
        }
    }

    static List<Object> strangers() {
        return List.of(
                1f, (short) 1, (byte) 1, 'c', BigInteger.ONE, new byte[0], Map.of(), new Date(0), new StringBuilder());
    }

    @Test
    void builderAndCollectionsCanBeChangedWithoutTheDocument() {
        List<@Nullable Object> inner = new ArrayList<>(Arrays.asList("a", null));
        Set<Object> set = new HashSet<>(Set.of(inner));
        Document.Builder builder = Document.builder().set("list", inner).set("set", set);
        Document document = builder.build();

        inner.add("b");
        set.clear();
        builder.set("later", "1");

        assertThat(document.fields())
                .isEqualTo(Map.of("list", Arrays.asList("a", null), "set", Set.of(Arrays.asList("a", null))));
        assertThat(builder.build().has("later")).isTrue();
    }

    @Test
    void nothingOfADocumentCanBeChanged() {
        Document document = full().build();

        unsupported(() -> document.fields().put("a", "b"));
        unsupported(() -> Document.empty().fields().put("a", "b"));
        unsupported(() -> document.elements("tags").orElseThrow().add("b"));
        unsupported(() -> document.elements("sizes").orElseThrow().add("b"));
    }

    @Test
    void fieldsHaveTheOrderInWhichTheyCame() {
        Document document =
                Document.builder().set("z", 1).set("a", 2).set("z", 3).build();

        assertThat(document.fields().keySet()).containsExactly("z", "a");
        assertThat(document.number("z")).contains(BigDecimal.valueOf(3));
    }

    @Test
    void equalityIsOfFieldsInAnyOrder() {
        Document document = Document.builder().set("a", 1).set("b", null).build();

        assertThat(document)
                .isEqualTo(Document.builder().set("b", null).set("a", 1L).build())
                .hasSameHashCodeAs(
                        Document.builder().set("b", null).set("a", 1L).build())
                .isNotEqualTo(Document.builder().set("a", 1).build())
                .isNotEqualTo(document.fields());
        assertThat(Document.builder().build()).isEqualTo(Document.empty());
        assertThat(full().build()).isEqualTo(full().build()).hasSameHashCodeAs(full().build());
    }

    @Test
    void equalityIsOfDigits() {
        Document document = Document.builder().set("n", new BigDecimal("9.9")).build();

        assertThat(document)
                .isNotEqualTo(
                        Document.builder().set("n", new BigDecimal("9.90")).build())
                .isNotEqualTo(Document.builder().set("n", 9.9).build());
        assertThat(Document.builder().set("n", Double.NaN).build())
                .isEqualTo(Document.builder().set("n", Double.NaN).build());
    }

    @Test
    void textHidesTheValues() {
        assertThat(Document.builder().set("id", "s3cret").set("price", 1).build())
                .hasToString("Document[id, price]");
        assertThat(Document.empty()).hasToString("Document[]");
    }

    @Test
    void builderKnowsItsFields() {
        Document.Builder builder = Document.builder().set("a", null);

        assertThat(builder.has("a")).isTrue();
        assertThat(builder.has("b")).isFalse();
    }

    private static void refuses(ThrowingCallable access, String what) {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(access)
                .withMessage("ALOFT-317 The document's field " + what + ". Ask for that, or for Document.get.")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(AloftException.Kind.PAYLOAD));
    }

    private static void unsupported(ThrowingCallable change) {
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(change);
    }

    private static Document.Builder full() {
        return Document.builder()
                .set("id", "p-1")
                .set("price", new BigDecimal("9.90"))
                .set("weight", 0.1)
                .set("sold", true)
                .set("soldAt", Instant.EPOCH)
                .set("thumbnail", Binary.of((byte) 1))
                .set("address", ADDRESS)
                .set("owner", new DocumentReference("users/u-1"))
                .set("place", new GeoPoint(52.52, 13.405))
                .set("tags", List.of("new", 1))
                .set("sizes", Set.of("S", "M"));
    }
}
