package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Body;
import dev.aloft.Document;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SampleJsonTest {
    enum Size {
        SMALL,
        LARGE
    }

    record Line(String productId, int quantity, BigDecimal price) {}

    record Order(
            String id,
            String customer,
            List<Line> lines,
            Optional<Boolean> gift,
            Size size,
            Instant placedAt,
            LocalDate day,
            UUID number,
            long[] codes,
            List<String>[] notes,
            char letter,
            Object anything,
            Map<String, Integer> counts) {}

    record Tree(Tree left, List<Tree> more) {}

    @Test
    void aRecordIsAnObjectWithSomethingInEachComponent() {
        assertThat(SampleJson.of(Order.class))
                .isEqualTo(
                        "{\"id\":\"id-1\",\"customer\":\"customer\",\"lines\":[{\"productId\":\"product-1\",\"quantity\":1,"
                                + "\"price\":9.90}],\"gift\":true,\"size\":\"SMALL\",\"placedAt\":\"2026-01-01T12:00:00Z\","
                                + "\"day\":\"2026-01-01\",\"number\":\"00000000-0000-0000-0000-000000000001\",\"codes\":[1],"
                                + "\"notes\":[[\"notes\"]],\"letter\":\"a\",\"anything\":{},\"counts\":{}}");
    }

    @Test
    void aTypeThatContainsItselfEnds() {
        assertThat(SampleJson.of(Tree.class)).startsWith("{\"left\":{\"left\":").hasSizeLessThan(2_000);
    }

    @Test
    void textAndBytesAreAWord() {
        for (Type type : new Type[] {null, String.class, byte[].class, Body.class}) {
            assertThat(SampleJson.of(type)).isEqualTo("Hello");
        }
    }

    @Test
    void whatIsNotKnownIsAnEmptyObject() {
        assertThat(SampleJson.of(Document.class)).isEqualTo("{}");
        assertThat(SampleJson.of(double.class)).isEqualTo("9.90");
        assertThat(SampleJson.of(Integer.class)).isEqualTo("1");
    }
}
