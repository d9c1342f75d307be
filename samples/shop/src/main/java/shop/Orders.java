package shop;

import dev.aloft.Context;
import dev.aloft.HttpException;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.HttpTrigger;
import dev.aloft.ScheduleEvent;
import dev.aloft.ScheduleTrigger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Eight functions that share one order book: each annotated method is a function of its own. */
public final class Orders {
    private static final Duration KEPT = Duration.ofDays(30);

    private final OrderBook book;
    private final Sender<OrderPlaced> placed;

    /** Begins with no order. */
    public Orders() {
        this(Clock.systemUTC(), new Sender.Unconnected<>());
    }

    /** @param placed the topic {@code orders} */
    Orders(Clock clock, Sender<OrderPlaced> placed) {
        this.book = new OrderBook(clock);
        this.placed = placed;
    }

    /** Places an order: 201 with its address. */
    @HttpTrigger(method = "POST", path = "/orders")
    public HttpResponse placeOrder(HttpRequest request, Context context) {
        Order order = book.add(request.bodyAs(OrderRequest.class));
        placed.send(OrderPlaced.of(order));
        return HttpResponse.created("/orders/" + order.id()).withJson(order);
    }

    /** Lists all orders, or those of one customer. */
    @HttpTrigger(path = "/orders")
    public HttpResponse listOrders(HttpRequest request, Context context) {
        List<Order> orders = request.query("customer")
                .map(customer -> book.all().stream()
                        .filter(order -> order.customer().equals(customer))
                        .toList())
                .orElseGet(book::all);
        return HttpResponse.json(orders);
    }

    /** Shows one order, or answers 304 if the client has it already. */
    @HttpTrigger(path = "/orders/{id}")
    public HttpResponse getOrder(HttpRequest request, Context context) {
        Order order = require(request);
        String etag = "\"" + Integer.toHexString(order.hashCode()) + "\"";
        if (request.header("If-None-Match").filter(etag::equals).isPresent()) {
            return HttpResponse.notModified().withHeader("ETag", etag);
        }
        return HttpResponse.json(order).withHeader("ETag", etag);
    }

    /** Sends the client on to the newest order. */
    @HttpTrigger(path = "/orders/latest")
    public HttpResponse latestOrder(HttpRequest request, Context context) {
        Order order = book.latest().orElseThrow(() -> HttpException.notFound("There is no order yet."));
        return HttpResponse.seeOther("/orders/" + order.id());
    }

    /** Changes an order, but for its customer: 409. */
    @HttpTrigger(method = "PUT", path = "/orders/{id}")
    public HttpResponse updateOrder(HttpRequest request, Context context) {
        String id = request.pathParameter("id");
        Order order = book.replace(id, request.bodyAs(OrderRequest.class)).orElseThrow(() -> noSuchOrder(id));
        return HttpResponse.json(order);
    }

    /** Cancels an order. */
    @HttpTrigger(method = "DELETE", path = "/orders/{id}")
    public HttpResponse cancelOrder(HttpRequest request, Context context) {
        String id = request.pathParameter("id");
        if (!book.remove(id)) {
            throw noSuchOrder(id);
        }
        return HttpResponse.noContent();
    }

    /** Gives the order's barcode as a picture to download. */
    @HttpTrigger(path = "/orders/{id}/barcode")
    public HttpResponse downloadBarcode(HttpRequest request, Context context) {
        Order order = require(request);
        return HttpResponse.ok()
                .withBody(Barcode.bitmap(order.id()), "image/bmp")
                .withHeader("Content-Disposition", "attachment; filename=\"" + order.id() + ".bmp\"");
    }

    /** Every night: forgets the orders of more than thirty days. To run twice changes nothing. */
    @ScheduleTrigger(cron = "30 3 * * *")
    public void cleanUp(ScheduleEvent firing, Context context) {
        Instant planned = firing.scheduledAt().orElse(firing.firedAt());
        book.removePlacedBefore(planned.minus(KEPT));
    }

    private Order require(HttpRequest request) {
        String id = request.pathParameter("id");
        return book.find(id).orElseThrow(() -> noSuchOrder(id));
    }

    private static HttpException noSuchOrder(String id) {
        return HttpException.notFound("There is no order " + id + ".");
    }
}
