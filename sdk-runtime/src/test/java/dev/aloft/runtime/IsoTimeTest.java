package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {
    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
        "2024-02-29T23:59:59.5+01:00, 2024-02-29T22:59:59.500Z",
        "2024-02-29t23:59:59.123456789z, 2024-02-29T23:59:59.123456789Z",
        "2000-02-29T00:00:00-00:30, 2000-02-29T00:30:00Z",
        "2021-01-01T00:00:00.000+23:59, 2020-12-31T00:01:00Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
        "0000-02-29T00:00:00Z, 0000-02-29T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
    })
    void timeIsRead(String text, Instant expected) {
        assertThat(IsoTime.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "2024-02-29",
                "2024-02-29T00:00:00",
                "2024-02-29 00:00:00Z",
                "2024-02-29T00:00Z",
                "2024-02-29T00:00:00.Z",
                "2024-02-29T00:00:00,5Z",
                "2024-02-29T00:00:00.1234567891Z",
                "2024-02-29T00:00:00+0100",
                "2024-02-29T00:00:00+01",
                "2024-02-29T00:00:00+24:00",
                "2024-02-29T00:00:00+01:60",
                "2024-02-29T00:00:00ZZ",
                "2024-02-29T00:00:00Z ",
                " 2024-02-29T00:00:00Z",
                "2023-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2024-04-31T00:00:00Z",
                "2024-00-01T00:00:00Z",
                "2024-13-01T00:00:00Z",
                "2024-01-00T00:00:00Z",
                "2024-01-32T00:00:00Z",
                "2024-01-01T24:00:00Z",
                "2024-01-01T00:60:00Z",
                "2016-12-31T23:59:60Z",
                "+2024-01-01T00:00:00Z",
                "-001-01-01T00:00:00Z",
                "20a4-01-01T00:00:00Z",
                "\u0662\u0660\u0662\u0664-01-01T00:00:00Z",
                "2024-01-01\u015400:00:00Z"
            })
    void anythingElseIsNoTime(String text) {
        assertThat(IsoTime.parse(text)).isNull();
    }

    @Test
    void everyTimeIsReadAsTheJdkReadsIt() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int run = 0; run < 20_000; run++) {
            long second = random.nextLong(-62_167_219_200L + 86_400, 253_402_300_800L - 86_400);
            Instant instant = Instant.ofEpochSecond(second, random.nextInt(1_000_000_000));
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(-18 * 60, 18 * 60 + 1) * 60);
            String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(instant, offset));

            assertThat(IsoTime.parse(text)).as("%s, seed %d", text, seed).isEqualTo(instant);
        }
    }
}
