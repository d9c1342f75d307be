package dev.aloft.codec.jackson;

import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.deser.DurationDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.JSR310StringParsableDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateTimeDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalTimeDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.MonthDayDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.OffsetTimeDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.YearDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.YearMonthDeserializer;
import com.fasterxml.jackson.datatype.jsr310.ser.DurationSerializer;
import com.fasterxml.jackson.datatype.jsr310.ser.InstantSerializer;
import com.fasterxml.jackson.datatype.jsr310.ser.LocalDateSerializer;
import com.fasterxml.jackson.datatype.jsr310.ser.LocalDateTimeSerializer;
import com.fasterxml.jackson.datatype.jsr310.ser.LocalTimeSerializer;
import com.fasterxml.jackson.datatype.jsr310.ser.MonthDaySerializer;
import com.fasterxml.jackson.datatype.jsr310.ser.OffsetDateTimeSerializer;
import com.fasterxml.jackson.datatype.jsr310.ser.OffsetTimeSerializer;
import com.fasterxml.jackson.datatype.jsr310.ser.YearMonthSerializer;
import com.fasterxml.jackson.datatype.jsr310.ser.YearSerializer;
import com.fasterxml.jackson.datatype.jsr310.ser.ZonedDateTimeSerializer;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What {@code JavaTimeModule} registers all at once, one type at a time. */
final class JavaTime {
    private JavaTime() {}

    static @Nullable JsonDeserializer<?> deserializer(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Duration" -> DurationDeserializer.INSTANCE;
            case "Instant" -> InstantDeserializer.INSTANT;
            case "LocalDate" -> LocalDateDeserializer.INSTANCE;
            case "LocalDateTime" -> LocalDateTimeDeserializer.INSTANCE;
            case "LocalTime" -> LocalTimeDeserializer.INSTANCE;
            case "MonthDay" -> MonthDayDeserializer.INSTANCE;
            case "OffsetDateTime" -> InstantDeserializer.OFFSET_DATE_TIME;
            case "OffsetTime" -> OffsetTimeDeserializer.INSTANCE;
            case "Period" -> JSR310StringParsableDeserializer.PERIOD;
            case "Year" -> YearDeserializer.INSTANCE;
            case "YearMonth" -> YearMonthDeserializer.INSTANCE;
            case "ZoneId" -> JSR310StringParsableDeserializer.ZONE_ID;
            case "ZoneOffset" -> JSR310StringParsableDeserializer.ZONE_OFFSET;
            case "ZonedDateTime" -> InstantDeserializer.ZONED_DATE_TIME;
            default -> null;
        };
    }

    static @Nullable JsonSerializer<?> serializer(Class<?> type) {
        if (ZoneId.class.isAssignableFrom(type)) {
            return ToStringSerializer.instance;
        }
        return switch (type.getSimpleName()) {
            case "Duration" -> DurationSerializer.INSTANCE;
            case "Instant" -> InstantSerializer.INSTANCE;
            case "LocalDate" -> LocalDateSerializer.INSTANCE;
            case "LocalDateTime" -> LocalDateTimeSerializer.INSTANCE;
            case "LocalTime" -> LocalTimeSerializer.INSTANCE;
            case "MonthDay" -> MonthDaySerializer.INSTANCE;
            case "OffsetDateTime" -> OffsetDateTimeSerializer.INSTANCE;
            case "OffsetTime" -> OffsetTimeSerializer.INSTANCE;
            case "Period" -> ToStringSerializer.instance;
            case "Year" -> YearSerializer.INSTANCE;
            case "YearMonth" -> YearMonthSerializer.INSTANCE;
            case "ZonedDateTime" -> ZonedDateTimeSerializer.INSTANCE;
            default -> null;
        };
    }
}
