package dev.aloft.codec.jackson;

import static dev.aloft.codec.jackson.Codec.CODEC;
import static dev.aloft.codec.jackson.Codec.read;
import static dev.aloft.codec.jackson.Codec.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTextTest {
    private static final String RULES =
            " Allowed: one JSON value in UTF-8, each property once, at most 200 levels, numbers of at most 1,000 digits.";

    enum Colour {
        RED,
        @JsonProperty("light green")
        GREEN
    }

    record Cart(Map<String, Order> orders, Colour colour) {}

    record Positive(int value) {
        Positive {
            if (value < 1) {
                throw new IllegalArgumentException("secret-4711");
            }
        }
    }

    static class Open {
        @JsonAnySetter
        public void set(String name, int value) {
            throw new IllegalStateException(name + value);
        }
    }

    static class NoWay {
        final int value;

        NoWay(int value, String other) {
            this.value = value + other.length();
        }
    }

    interface Unknown {}

    record Node(Object next) {}

    static class Egg {
        public final Hen hen = new Hen(this);
    }

    record Hen(Egg egg) {}

    static class Aliased {
        @JsonAlias("hue")
        public Colour colour = Colour.RED;
    }

    record Failing(String name) {
        public String getBad() {
            throw new IllegalStateException("bad");
        }
    }

    @Test
    void brokenJsonIsNamedByLineAndColumn() {
        assertThat(refused("{\n  \"id\": \"a\",\n  oops}", Order.class))
                .hasMessage("ALOFT-301 The body is not valid JSON at line 3, column 3." + RULES);
    }

    @Test
    void whatFollowsTheValueIsNamedByLineAndColumn() {
        assertThat(refused("[1] 2", List.class))
                .hasMessage("ALOFT-301 The body is not valid JSON at line 1, column 5." + RULES);
    }

    @Test
    void aLimitIsNamedByLineAndColumn() {
        assertThat(refused("[".repeat(300), List.class))
                .hasMessage("ALOFT-301 The body is not valid JSON at line 1, column 202." + RULES);
    }

    @Test
    void aByteThatIsNotUtf8IsNamedByItsNumber() {
        assertThat(refused(new byte[] {'"', 'a', (byte) 0xC0, (byte) 0xAF, '"'}, String.class))
                .hasMessage("ALOFT-301 The body is not valid JSON: byte 3 is not UTF-8." + RULES);
    }

    @Test
    void halfACharacterIsNamedByLineAndColumn() {
        assertThat(refused("[\n\"a\\ud800\"]", List.class))
                .hasMessage("ALOFT-301 The body is not valid JSON at line 2, column 3: an escape stands for half a"
                        + " character." + RULES);
    }

    @Test
    void whiteSpaceAloneIsNoValue() {
        assertThat(refused(" \n ", Order.class))
                .hasMessage("ALOFT-301 The body has no JSON value, only white space." + RULES);
    }

    @Test
    void nullIsNoValue() {
        assertThat(refused("null", Order.class)).hasMessage("ALOFT-302 The body is null, but a value is expected.");
    }

    @Test
    void aMisfitIsNamedByPathAndExpectedKind() {
        assertThat(refused("{\"quantity\":\"secret-4711\"}", Order.class))
                .hasMessage(
                        "ALOFT-302 The body is valid JSON, but at $.quantity it does not fit. Expected: a whole number from"
                                + " -2147483648 to 2147483647, not null.");
        assertThat(refused("{\"quantity\":1,\"lines\":[{\"item\":\"a\",\"price\":1},{\"price\":[]}]}", Order.class))
                .hasMessage(
                        "ALOFT-302 The body is valid JSON, but at $.lines[1].price it does not fit. Expected: a number in"
                                + " the range of a floating-point number, not null.");
    }

    @Test
    void aMissingPrimitiveIsNamedByItsPath() {
        assertThat(refused("{\"id\":\"a\"}", Order.class)).hasMessageContaining("at $.quantity it does not fit");
    }

    @Test
    void namesThatTheCallerChoseAreNotRepeated() {
        assertThat(refused("{\"orders\":{\"secret-4711\":{\"quantity\":true}}}", Cart.class))
                .hasMessageContaining("at $.orders.*.quantity it");
        assertThat(refused("{\"secret-4711\":\"a\"}", Open.class)).hasMessageContaining("at $.* ");
        assertThat(refused("{\"hue\":1}", Aliased.class)).hasMessageContaining("at $.hue it");
    }

    @Test
    void anEnumListsItsNamesAsTheyAreWritten() {
        assertThat(refused("{\"colour\":\"BLUE\"}", Cart.class))
                .hasMessageEndingWith("at $.colour it does not fit. Expected: one of [RED, light green].");
    }

    @Test
    void everyKindIsNamedInWords() {
        assertExpected("a whole number from -9223372036854775808 to 9223372036854775807", Long.class);
        assertExpected("a whole number from -32768 to 32767, not null", short.class);
        assertExpected("a whole number from -128 to 127", Byte.class);
        assertExpected("true or false, not null", boolean.class);
        assertExpected("a text of one character, not null", char.class);
        assertExpected("a whole number", BigInteger.class);
        assertExpected("a number", BigDecimal.class);
        assertExpected("an array", int[].class);
        assertExpected("an array", List.class);
        assertExpected("a text", String.class);
        assertExpected("a text in Base64", byte[].class);
        assertExpected("a text in the form of ISO 8601", Instant.class);
        assertExpected("a text that is a valid UUID", UUID.class);
        assertExpected("a text that is a valid URI", URI.class);
        assertThat(refused("[]", Map.class)).hasMessageEndingWith("Expected: an object.");
        assertThat(refused("[]", Order.class)).hasMessageEndingWith("Expected: an object.");
    }

    private static void assertExpected(String kind, Class<?> type) {
        AloftException failure = refused("{\"secret-4711\":1}", type);

        assertThat(failure)
                .as(type.getName())
                .hasMessage("ALOFT-302 The body is valid JSON, but at $ it does not fit. Expected: " + kind + ".");
    }

    @Test
    void aConstructorsRefusalKeepsItsCauseForTheLogOnly() {
        AloftException failure = refused("{\"value\":0}", Positive.class);

        assertThat(failure)
                .hasMessage("ALOFT-302 The body is valid JSON, but the values at $ are not accepted.")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anObjectWithoutKnownPropertyIsNamedByItsPath() {
        assertThat(refused("[{\"secret-4711\":1}]", new TypeReference<List<Order>>() {}))
                .hasMessage(
                        "ALOFT-303 The JSON object at $[0] has no property that is known here (names compare with case),"
                                + " so it is most likely meant for something else.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"secret-4711",
                "{\"quantity\":\"secret-4711\"}",
                "{\"secret-4711\":1}",
                "\"secret-4711\"",
                "{\"id\":{\"secret-4711\":1}}",
                "{\"id\":\"a\",\"secret-4711\":tru}",
                "{\"lines\":[\"secret-4711\"]}",
                "{\"secret-4711\":1,\"secret-4711\":1}",
                "secret-4711",
                "{\"quantity\":9999994711}",
                "[{\"id\":1}]secret-4711"
            })
    void noRefusalHoldsAnythingOfThePayload(String json) {
        AloftException failure = refused(json, Order.class);

        assertThat(failure.kind()).isEqualTo(Kind.PAYLOAD);
        assertThat(failure.getMessage()).doesNotContain("secret", "4711");
        assertThat(failure).hasNoCause();
    }

    @Test
    void aTypeThatCannotBeReadIsTheAuthorsFault() {
        for (Class<?> type : List.of(NoWay.class, Unknown.class)) {
            AloftException failure = refused("{\"value\":1}", type);

            assertThat(failure.kind()).isEqualTo(Kind.HANDLER);
            assertThat(failure)
                    .hasMessage(
                            "ALOFT-411 The type " + type.getName() + " cannot be read from JSON. Use a record, a class"
                                    + " with a constructor without parameters, or Jackson's annotations. The cause follows.")
                    .hasCauseInstanceOf(InvalidDefinitionException.class);
        }
    }

    @Test
    void aValueThatCannotBeWrittenIsTheAuthorsFault() {
        assertUnwritable(new Failing("a"), "$.bad");
        assertUnwritable(new Node(new Object()), "$.next");
        assertUnwritable(Map.of("secret-4711", new Object()), "$.*");
        assertUnwritable(new Egg(), "$" + ".hen.egg".repeat(6) + "…");
    }

    private static void assertUnwritable(Object value, String path) {
        AloftException failure = catchThrowableOfType(AloftException.class, () -> CODEC.write(value));

        assertThat(failure.kind()).isEqualTo(Kind.HANDLER);
        assertThat(failure)
                .hasMessage("ALOFT-405 The value of " + value.getClass().getName()
                        + " cannot be written as JSON, the first"
                        + " fault being at " + path + ". Give it readable properties without cycles, or write the body"
                        + " yourself with withBody. The cause follows.")
                .hasCauseInstanceOf(Exception.class);
    }

    @Test
    void aFailureLeavesTheCodecUsable() {
        assertUnwritable(new Egg(), "$" + ".hen.egg".repeat(6) + "…");

        assertThat(read(Codec.write(new Order("a", 1, List.of())), Order.class))
                .isEqualTo(new Order("a", 1, List.of()));
    }
}
