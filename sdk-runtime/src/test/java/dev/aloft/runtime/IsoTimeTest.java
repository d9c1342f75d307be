package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-07-10T08:30:00Z, 2026-07-10T08:30:00Z",
        "2026-07-10t08:30:00z, 2026-07-10T08:30:00Z",
        "2026-07-10T08:30:00.25Z, 2026-07-10T08:30:00.250Z",
        "2026-07-10T10:30:00+02:00, 2026-07-10T08:30:00Z",
        "2026-07-10T00:30:00-07:30, 2026-07-10T08:00:00Z",
        "1970-01-01T00:00:00.000Z, 1970-01-01T00:00:00Z",
        "2024-02-29T23:59:59.999999999Z, 2024-02-29T23:59:59.999999999Z",
        "2024-02-29T23:59:59.9999999999999Z, 2024-02-29T23:59:59.999999999Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z"
    })
    void timeIsRead(String text, Instant instant) {
        assertThat(IsoTime.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-07-10",
                "2026-07-10T08:30Z",
                "2026-07-10T08:30:00",
                "2026-07-10 08:30:00Z",
                "2026-07-10T08:30:00.Z",
                "2026-07-10T08:30:00Z ",
                " 2026-07-10T08:30:00Z",
                "2026-7-10T08:30:00Z",
                "2026-00-10T08:30:00Z",
                "2026-13-10T08:30:00Z",
                "2026-07-00T08:30:00Z",
                "2026-07-32T08:30:00Z",
                "2026-06-31T08:30:00Z",
                "2026-02-29T08:30:00Z",
                "2100-02-29T08:30:00Z",
                "2026-07-10T24:00:00Z",
                "2026-07-10T08:60:00Z",
                "2026-07-10T08:30:60Z",
                "2026-07-10T08:30:00+2:00",
                "2026-07-10T08:30:00+0200",
                "2026-07-10T08:30:00+24:00",
                "+2026-07-10T08:30:00Z",
                "-026-07-10T08:30:00Z",
                "2026-07-10T08:30:00,5Z",
                "2026-07-1\u0660T08:30:00Z"
            })
    void whatIsNotRfc3339IsNoTime(String text) {
        assertThat(IsoTime.parse(text)).isNull();
    }

    @Test
    void nothingIsNoTime() {
        assertThat(IsoTime.parse(null)).isNull();
    }

    @Test
    void everyTimeOfTheJdkIsReadAlike() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        long last = Instant.parse("9999-12-31T00:00:00Z").getEpochSecond();
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(last), random.nextInt(1_000_000_000));
            ZoneOffset offset = ZoneOffset.ofTotalSeconds((random.nextInt(36 * 60) - 18 * 60) * 60);
            OffsetDateTime time = instant.atOffset(offset);
            String text = time.getSecond() == 0 && time.getNano() == 0 ? instant.toString() : time.toString();

            assertThat(IsoTime.parse(text)).as("seed %d, %s", seed, text).isEqualTo(instant);
        }
    }
}
