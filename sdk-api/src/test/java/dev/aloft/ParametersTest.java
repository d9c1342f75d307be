package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    @Test
    void repeatedParametersKeepTheirOrder() {
        Parameters parameters = Parameters.parse("tag=a&q=x&tag=b");

        assertThat(parameters.all("tag")).containsExactly("a", "b");
        assertThat(parameters.names()).containsExactly("tag", "q");
    }

    @Test
    void plusAndPercentAreDecoded() {
        Parameters parameters = Parameters.parse("q=a+b%2Bc%26&%C3%A9=%E2%82%AC");

        assertThat(parameters.first("q")).contains("a b+c&");
        assertThat(parameters.first("\u00e9")).contains("\u20ac");
    }

    @Test
    void valueMayBeMissingOrEmptyOrHoldEqualsSigns() {
        Parameters parameters = Parameters.parse("a&b=&c=1=2&&=x");

        assertThat(parameters.first("a")).contains("");
        assertThat(parameters.first("b")).contains("");
        assertThat(parameters.first("c")).contains("1=2");
        assertThat(parameters.first("")).contains("x");
        assertThat(parameters.size()).isEqualTo(4);
    }

    @Test
    void emptyTextHasNoParameters() {
        assertThat(Parameters.parse("").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%g1=a"})
    void malformedTripletIsAPayloadError(String encoded) {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> Parameters.parse(encoded))
                .withMessageMatching("ALOFT-306 A part of the URL or form \\(\\d characters\\) is not validly"
                        + " percent-encoded: a percent sign must be followed by two hexadecimal digits\\.")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(AloftException.Kind.PAYLOAD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%C0%AF", "a=%ED%A0%80", "a=%F4%90%80%80", "a=%FF", "a=%C3"})
    void bytesThatAreNotUtf8AreAPayloadError(String encoded) {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> Parameters.parse(encoded))
                .withMessageContaining("ALOFT-306")
                .withMessageContaining("the encoded bytes must be UTF-8.");
    }

    @Test
    void textShowsNamesButNoValues() {
        assertThat(Parameters.parse("password=secret")).hasToString("Parameters[password]");
    }

    @Test
    void equalParametersHaveEqualHashCodes() {
        assertThat(Parameters.parse("a=%31"))
                .isEqualTo(Parameters.parse("a=1"))
                .hasSameHashCodeAs(Parameters.parse("a=1"));
    }
}
