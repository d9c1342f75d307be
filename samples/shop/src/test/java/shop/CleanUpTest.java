package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.ScheduleHandler;
import dev.aloft.local.LocalFunctions;
import dev.aloft.local.LocalHttp;
import dev.aloft.local.junit.AloftTest;
import dev.aloft.local.junit.EveryProfile;
import dev.aloft.local.junit.FunctionsUnderTest;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scheduled job: every night the shop forgets old orders. */
@AloftTest
@EveryProfile
class CleanUpTest {
    LocalFunctions shop;
    private LocalHttp http;

    @BeforeEach
    void open(LocalFunctions functions, LocalHttp client) {
        shop = functions;
        http = client;
    }

    /** One object for all functions, as in a cloud they would have one database. */
    @FunctionsUnderTest
    Functions functions(Clock clock) {
        Orders orders = new Orders(clock, placed -> {});
        return Functions.builder()
                .http("place-order", "POST", "/orders", orders::placeOrder)
                .http("get-order", "GET", "/orders/{id}", orders::getOrder)
                .schedule("clean-up", "30 3 * * *", cleanUp(orders))
                .build();
    }

    ScheduleHandler cleanUp(Orders orders) {
        return orders::cleanUp;
    }

    @Test
    void everyNightForgetsTheOrdersOfMoreThanThirtyDays() {
        placeOrder();

        shop.advance(Duration.ofDays(30));
        assertThat(statusOfTheOrder()).isEqualTo(200);

        shop.advance(Duration.ofDays(2));
        assertThat(statusOfTheOrder()).isEqualTo(404);
    }

    @Test
    void runsEachNightOnce() {
        shop.advance(Duration.ofDays(30));

        assertThat(shop.outcomes("clean-up").handled()).isEqualTo(30);
        assertThat(shop.outcomes("clean-up").timedOut()).isZero();
    }

    @Test
    void firesTwiceWithoutHarm() {
        placeOrder();

        shop.schedule("clean-up").fire();
        shop.schedule("clean-up").fire();
        shop.deliverAll();

        assertThat(statusOfTheOrder()).isEqualTo(200);
        assertThat(shop.outcomes("clean-up").handled()).isEqualTo(2);
    }

    private void placeOrder() {
        HttpResponse placed =
                http.post("/orders").json(new OrderRequest("Ada", "tea", 2)).send();
        assertThat(placed.status()).isEqualTo(201);
    }

    private int statusOfTheOrder() {
        return http.get("/orders/o-1").status();
    }
}
