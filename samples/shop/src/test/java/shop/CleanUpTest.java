package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.local.LocalFunctions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CleanUpTest {
    /** One for all functions, as in a cloud they would have one database. */
    private final Orders orders = new Orders();

    private final LocalFunctions shop = LocalFunctions.of(Functions.builder()
                    .http("place-order", "POST", "/orders", orders::placeOrder)
                    .http("get-order", "GET", "/orders/{id}", orders::getOrder)
                    .schedule("clean-up", "30 3 * * *", orders::cleanUp)
                    .build())
            .startingAt(Instant.now());

    @Test
    void everyNightForgetsTheOrdersOfMoreThanThirtyDays() {
        placeOrder();

        shop.advance(Duration.ofDays(29));
        assertThat(statusOfTheOrder()).isEqualTo(200);

        shop.advance(Duration.ofDays(3));
        assertThat(statusOfTheOrder()).isEqualTo(404);
    }

    @Test
    void firesTwiceWithoutHarm() {
        placeOrder();

        shop.schedule("clean-up").fire();
        shop.schedule("clean-up").fire();
        shop.deliverAll();

        assertThat(statusOfTheOrder()).isEqualTo(200);
        assertThat(shop.schedule("clean-up").deadLetters()).isEmpty();
    }

    private void placeOrder() {
        HttpResponse placed = shop.http()
                .post("/orders")
                .json(new OrderRequest("Ada", "tea", 2))
                .send();
        assertThat(placed.status()).isEqualTo(201);
    }

    private int statusOfTheOrder() {
        return shop.http().get("/orders/o-1").status();
    }
}
