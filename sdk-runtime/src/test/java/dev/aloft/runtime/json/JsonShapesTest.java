package dev.aloft.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonShapesTest {
    static List<JsonShape> shapes() {
        return JsonShape.all();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void shapeIsAcceptedOrRefusedAsListed(JsonShape shape) {
        JsonReader json = new JsonReader(shape.input());

        if (shape.isAccepted()) {
            json.skip();
            json.end();
        } else {
            assertThatExceptionOfType(JsonException.class).isThrownBy(() -> {
                json.skip();
                json.end();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void jacksonAgrees(JsonShape shape) {
        assertThat(JsonAgreement.check(shape.input())).isEqualTo(shape.isAccepted());
    }

    @Test
    void everyVerdictIsListed() {
        assertThat(shapes()).hasSizeGreaterThan(350).doesNotHaveDuplicates();
        assertThat(shapes()).extracting(JsonShape::verdict).containsOnly("y", "n", "i+", "i-", "y-");
    }
}
