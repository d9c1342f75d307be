package dev.aloft.codec.jackson;

import static dev.aloft.codec.jackson.Codec.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.aloft.HttpException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReadingTest {

    record Profile(Optional<String> name, OptionalInt age) {}

    record Times(
            Instant instant,
            LocalDate date,
            LocalDateTime dateTime,
            LocalTime time,
            OffsetDateTime offset,
            Duration duration,
            ZonedDateTime zoned,
            Year year,
            YearMonth yearMonth,
            MonthDay monthDay,
            Period period,
            ZoneId zone,
            ZoneOffset zoneOffset,
            OffsetTime offsetTime) {}

    record Price(
            @JsonProperty("amount") BigDecimal value,
            @JsonAlias("cur") String currency) {}

    record Percent(int value) {
        Percent {
            if (value > 100) {
                throw new HttpException(422, "At most 100.");
            }
        }
    }

    static class Bean {
        private String name = "none";
        private int size = 7;

        public void setName(String name) {
            this.name = name;
        }

        public void setSize(int size) {
            this.size = size;
        }
    }

    @JsonDeserialize(using = TreeReader.class)
    record Tree(String first) {}

    static class TreeReader extends JsonDeserializer<Tree> {
        @Override
        public Tree deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode node = json.getCodec().readTree(json);
            return new Tree(node.fieldNames().next());
        }
    }

    @Test
    void readsARecordWithANestedList() {
        Order order = read("{\"id\":\"o-1\",\"quantity\":2,\"lines\":[{\"item\":\"tea\",\"price\":1.5}]}", Order.class);

        assertThat(order).isEqualTo(new Order("o-1", 2, List.of(new Order.Line("tea", 1.5))));
    }

    @Test
    void readsAGenericType() {
        List<Order.Line> lines = read("[{\"item\":\"tea\",\"price\":1}]", new TypeReference<>() {});

        assertThat(lines).containsExactly(new Order.Line("tea", 1));
    }

    @Test
    void passesOverUnknownPropertiesOfEveryShape() {
        Order.Line line =
                read("{\"x\":{\"y\":[1,{}]},\"item\":\"tea\",\"z\":[[]],\"price\":1,\"w\":null}", Order.Line.class);

        assertThat(line).isEqualTo(new Order.Line("tea", 1));
    }

    @Test
    void readsABeanAndKeepsTheDefaultOfWhatIsAbsent() {
        Bean bean = read("{\"name\":\"a\"}", Bean.class);

        assertThat(bean.name).isEqualTo("a");
        assertThat(bean.size).isEqualTo(7);
    }

    @Test
    void readsOptionalMembers() {
        assertThat(read("{\"name\":\"Ada\",\"age\":36}", Profile.class))
                .isEqualTo(new Profile(Optional.of("Ada"), OptionalInt.of(36)));
        assertThat(read("{\"name\":null}", Profile.class))
                .isEqualTo(new Profile(Optional.empty(), OptionalInt.empty()));
    }

    @Test
    void readsEveryTimeTypeAsIsoTextAndWritesTheSameText() {
        String json =
                "{\"instant\":\"2026-01-31T10:00:00Z\",\"date\":\"2026-01-31\",\"dateTime\":\"2026-01-31T10:00:00\","
                        + "\"time\":\"10:00:00\",\"offset\":\"2026-01-31T10:00:00+02:00\",\"duration\":\"PT1.5S\","
                        + "\"zoned\":\"2026-01-31T10:00:00+01:00\",\"year\":\"2026\",\"yearMonth\":\"2026-01\",\"monthDay\":\"--01-31\","
                        + "\"period\":\"P1M\",\"zone\":\"Europe/Berlin\",\"zoneOffset\":\"+02:00\",\"offsetTime\":\"10:00+02:00\"}";

        Times times = read(json, Times.class);

        assertThat(times.instant()).isEqualTo(Instant.parse("2026-01-31T10:00:00Z"));
        assertThat(times.offset().getOffset()).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(times.duration()).isEqualTo(Duration.ofMillis(1500));
        assertThat(Codec.write(times)).isEqualTo(json);
    }

    @Test
    void readsTimesAsMapKeysAndWritesThem() {
        String days = "{\"2026-01-31\":1}";
        Map<LocalDate, Integer> byDay = read(days, new TypeReference<>() {});

        assertThat(byDay).containsExactly(Map.entry(LocalDate.of(2026, 1, 31), 1));
        assertThat(Codec.write(byDay)).isEqualTo(days);
        assertSurvivesAsKey("2026-01-31T10:00:00Z", new TypeReference<Map<Instant, Integer>>() {});
        assertSurvivesAsKey("2026-01-31T10:00Z", new TypeReference<Map<OffsetDateTime, Integer>>() {});
        assertSurvivesAsKey("2026-01-31T10:00Z", new TypeReference<Map<ZonedDateTime, Integer>>() {});
        assertSurvivesAsKey("2026-01-31T10:00", new TypeReference<Map<LocalDateTime, Integer>>() {});
        assertSurvivesAsKey("10:00", new TypeReference<Map<LocalTime, Integer>>() {});
        assertSurvivesAsKey("2026", new TypeReference<Map<Year, Integer>>() {});
        assertSurvivesAsKey("2026-01", new TypeReference<Map<YearMonth, Integer>>() {});
        assertSurvivesAsKey("--01-31", new TypeReference<Map<MonthDay, Integer>>() {});
        assertSurvivesAsKey("PT1M", new TypeReference<Map<Duration, Integer>>() {});
        assertSurvivesAsKey("Europe/Berlin", new TypeReference<Map<ZoneId, Integer>>() {});
    }

    private static void assertSurvivesAsKey(String key, TypeReference<?> type) {
        String json = "{\"" + key + "\":1}";

        assertThat(Codec.write(read(json, type))).isEqualTo(json);
    }

    @Test
    void readsTheOldDateAsIsoText() {
        Date date = read("\"2026-01-31T10:00:00.000+00:00\"", Date.class);

        assertThat(date).isEqualTo("2026-01-31T10:00:00.000Z");
        assertThat(Codec.write(date)).isEqualTo("\"2026-01-31T10:00:00.000+00:00\"");
    }

    @Test
    void heedsJacksonsAnnotations() {
        assertThat(read("{\"amount\":1.10,\"cur\":\"EUR\"}", Price.class))
                .isEqualTo(new Price(new BigDecimal("1.10"), "EUR"));
    }

    @Test
    void readsScalarsAndNodesAtTheTop() {
        assertThat(read("\"a\"", String.class)).isEqualTo("a");
        assertThat(read(" 7 ", Integer.class)).isEqualTo(7);
        assertThat(read("{\"a\":[1]}", JsonNode.class).at("/a/0").intValue()).isEqualTo(1);
        assertThat(read("null", JsonNode.class).isNull()).isTrue();
    }

    @Test
    void readsADecimalExactly() {
        assertThat(read("12345678901234567890.123456789012345678901", BigDecimal.class))
                .isEqualTo(new BigDecimal("12345678901234567890.123456789012345678901"));
        assertThat(read("1e400", BigDecimal.class)).isEqualTo(new BigDecimal("1e400"));
    }

    @Test
    void ignoresAByteOrderMark() {
        assertThat(read("\uFEFF{\"item\":\"tea\",\"price\":1}", Order.Line.class)
                        .item())
                .isEqualTo("tea");
    }

    @Test
    void anApplicationsOwnDeserializerGetsAMapper() {
        assertThat(read("{\"key\":1}", Tree.class)).isEqualTo(new Tree("key"));
    }

    @Test
    void whatAConstructorTellsTheClientIsPassedOn() {
        assertThatThrownBy(() -> read("{\"value\":101}", Percent.class))
                .isInstanceOf(HttpException.class)
                .hasMessage("At most 100.");
    }
}
