package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoPointTest {
    @Test
    void polesAndDateLineAreOnEarth() {
        assertThat(new GeoPoint(90, -180)).isEqualTo(new GeoPoint(90, -180));
        assertThat(new GeoPoint(-90, 180).latitude()).isEqualTo(-90);
        assertThat(new GeoPoint(-90, 180).longitude()).isEqualTo(180);
    }

    @ParameterizedTest
    @CsvSource({"90.1, 0", "-90.1, 0", "0, 180.1", "0, -180.1", "NaN, 0", "0, NaN", "Infinity, 0", "0, -Infinity"})
    void placeOffEarthIsRefused(double latitude, double longitude) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeoPoint(latitude, longitude))
                .withMessage(
                        "ALOFT-415 A place has a latitude from -90 to 90 and a longitude from -180 to 180 degrees.");
    }
}
