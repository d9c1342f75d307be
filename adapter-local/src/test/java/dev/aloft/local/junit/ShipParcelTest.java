package dev.aloft.local.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.Message;
import dev.aloft.local.LocalFunctions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

@AloftTest
class ShipParcelTest {
    private final Map<String, Instant> shipped = new ConcurrentHashMap<>();

    @FunctionsUnderTest
    Functions functions(Clock clock) {
        return Functions.builder()
                .queue(
                        "ship-parcel",
                        "parcels",
                        String.class,
                        (parcel, context) -> shipped.putIfAbsent(parcel.id(), clock.instant()))
                .build();
    }

    @Test
    void shipsOnceEvenIfTheQueueDeliversTwice(LocalFunctions shop) {
        Message<String> parcel = Message.of("p-1", "12 Mill Road");

        shop.queue("parcels").send(parcel);
        shop.queue("parcels").send(parcel);
        shop.deliverAll();

        assertThat(shipped).containsOnlyKeys("p-1");
        assertThat(shop.queue("parcels").deadLetters()).isEmpty();
    }

    @Test
    void shipsWhatComesADayLater(LocalFunctions shop, Clock clock) {
        Instant start = clock.instant();

        shop.advance(Duration.ofDays(1));
        shop.queue("parcels").send("12 Mill Road");
        shop.deliverAll();

        assertThat(shipped.values())
                .allSatisfy(time -> assertThat(time).isAfterOrEqualTo(start.plus(Duration.ofDays(1))));
    }
}
