package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {

    @Test
    void hasTheFormOfTheSpecification() {
        assertThat(HttpDate.of(784111777)).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-01-01T00:00:00Z", "2028-02-29T23:59:59Z", "2026-12-31T12:34:56Z", "2030-07-01T01:02:03Z"})
    void agreesWithTheFormatterOfTheJdk(String time) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
                .withZone(ZoneOffset.UTC);
        Instant instant = Instant.parse(time);

        assertThat(HttpDate.of(instant.getEpochSecond())).isEqualTo(formatter.format(instant));
    }
}
