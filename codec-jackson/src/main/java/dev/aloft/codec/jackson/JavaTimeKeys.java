package dev.aloft.codec.jackson;

import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.key.DurationKeyDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.key.InstantKeyDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.key.LocalDateKeyDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.key.LocalDateTimeKeyDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.key.LocalTimeKeyDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.key.MonthDayKeyDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.key.OffsetDateTimeKeyDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.key.YearKeyDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.key.YearMonthKeyDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.key.ZoneIdKeyDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.key.ZonedDateTimeKeyDeserializer;
import org.jspecify.annotations.Nullable;

/** The map keys among {@code java.time}; as keys they are written by their {@code toString()}, which is ISO 8601. */
final class JavaTimeKeys {
    private JavaTimeKeys() {}

    static @Nullable KeyDeserializer deserializer(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Duration" -> DurationKeyDeserializer.INSTANCE;
            case "Instant" -> InstantKeyDeserializer.INSTANCE;
            case "LocalDate" -> LocalDateKeyDeserializer.INSTANCE;
            case "LocalDateTime" -> LocalDateTimeKeyDeserializer.INSTANCE;
            case "LocalTime" -> LocalTimeKeyDeserializer.INSTANCE;
            case "MonthDay" -> MonthDayKeyDeserializer.INSTANCE;
            case "OffsetDateTime" -> OffsetDateTimeKeyDeserializer.INSTANCE;
            case "Year" -> YearKeyDeserializer.INSTANCE;
            case "YearMonth" -> YearMonthKeyDeserializer.INSTANCE;
            case "ZoneId" -> ZoneIdKeyDeserializer.INSTANCE;
            case "ZonedDateTime" -> ZonedDateTimeKeyDeserializer.INSTANCE;
            default -> null;
        };
    }
}
