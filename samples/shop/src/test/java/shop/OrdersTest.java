package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.HttpResponse;
import dev.aloft.local.LocalHttp;
import dev.aloft.local.junit.AloftTest;
import dev.aloft.local.junit.EveryProfile;
import org.junit.jupiter.api.Test;

/** An API for orders, as the annotations declare it. */
@AloftTest(Orders.class)
@EveryProfile
class OrdersTest {
    private final LocalHttp http;

    OrdersTest(LocalHttp http) {
        this.http = http;
    }

    @Test
    void placedOrderIsThere() {
        HttpResponse placed = place("Ada", "tea", 2);

        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.header("Location")).contains("/orders/o-1");
        assertThat(http.get("/orders/o-1").bodyAs(Order.class)).isEqualTo(new Order("o-1", "Ada", "tea", 2));
    }

    @Test
    void ordersOfOneCustomerAreListed() {
        place("Ada", "tea", 2);
        place("Bob", "milk", 1);
        place("Ada", "cake", 1);

        assertThat(http.get("/orders?customer=Ada").bodyAs(Order[].class))
                .extracting(Order::item)
                .containsExactly("tea", "cake");
        assertThat(http.get("/orders").bodyAs(Order[].class)).hasSize(3);
    }

    @Test
    void changedOrderKeepsItsNumber() {
        place("Ada", "tea", 2);

        HttpResponse changed =
                http.put("/orders/o-1").json(new OrderRequest("Ada", "tea", 3)).send();

        assertThat(changed.bodyAs(Order.class)).isEqualTo(new Order("o-1", "Ada", "tea", 3));
    }

    @Test
    void cancelledOrderIsGone() {
        place("Ada", "tea", 2);

        assertThat(http.delete("/orders/o-1").status()).isEqualTo(204);
        assertThat(http.get("/orders/o-1").status()).isEqualTo(404);
        assertThat(http.delete("/orders/o-1").status()).isEqualTo(404);
    }

    @Test
    void unchangedOrderIsNotSentAgain() {
        place("Ada", "tea", 2);
        String etag = http.get("/orders/o-1").header("ETag").orElseThrow();

        HttpResponse again =
                http.request("GET", "/orders/o-1").header("If-None-Match", etag).send();

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body().isEmpty()).isTrue();
    }

    @Test
    void latestOrderIsASpecialAddress() {
        assertThat(http.get("/orders/latest").status()).isEqualTo(404);
        place("Ada", "tea", 2);
        place("Bob", "milk", 1);

        HttpResponse latest = http.get("/orders/latest");

        assertThat(latest.status()).isEqualTo(303);
        assertThat(latest.header("Location")).contains("/orders/o-2");
    }

    @Test
    void anOrderKeepsItsCustomer() {
        place("Ada", "tea", 2);

        HttpResponse refused =
                http.put("/orders/o-1").json(new OrderRequest("Bob", "tea", 2)).send();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("An order keeps its customer.");
        assertThat(http.get("/orders/o-1").bodyAs(Order.class).customer()).isEqualTo("Ada");
    }

    @Test
    void anOrderThatIsNotThereCannotBeChanged() {
        assertThat(http.put("/orders/o-1")
                        .json(new OrderRequest("Ada", "tea", 2))
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatTheApiDoesNotHaveIsToldApart() {
        assertThat(http.get("/order").status()).isEqualTo(404);
        assertThat(http.delete("/orders").status()).isEqualTo(405);
    }

    @Test
    void barcodeIsAPicture() {
        place("Ada", "tea", 2);

        HttpResponse barcode = http.get("/orders/o-1/barcode");

        assertThat(barcode.header("Content-Type")).contains("image/bmp");
        assertThat(barcode.header("Content-Disposition")).contains("attachment; filename=\"o-1.bmp\"");
        assertThat(barcode.body().bytes()).hasSize(126).startsWith('B', 'M');
    }

    @Test
    void wrongQuantityIsRefusedWithAReason() {
        HttpResponse refused = place("Ada", "tea", 0);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(refused.text()).contains("The quantity is from 1 to 100.");
    }

    @Test
    void bodyThatIsNoOrderIsRefused() {
        assertThat(post("{\"color\":\"red\"}").text()).contains("\"code\":\"ALOFT-303\"");
        assertThat(post("{\"quantity\":\"many\"}").text()).contains("\"code\":\"ALOFT-302\"");
        assertThat(post("tea, please").text()).contains("\"code\":\"ALOFT-301\"");
        assertThat(post("").text()).contains("\"code\":\"ALOFT-304\"");
        assertThat(post("{\"item\":\"tea\",\"quantity\":1}").status()).isEqualTo(422);
    }

    private HttpResponse place(String customer, String item, int quantity) {
        return http.post("/orders")
                .json(new OrderRequest(customer, item, quantity))
                .send();
    }

    private HttpResponse post(String body) {
        return http.post("/orders").text(body, "application/json").send();
    }
}
