package shop;

import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.Rejected;
import dev.aloft.StorageEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A function of every kind, some of which fail until something has been mended. */
final class Parcels {
    final AtomicBoolean bankAnswers = new AtomicBoolean();
    private final Set<String> tried = ConcurrentHashMap.newKeySet();

    record Parcel(String orderId, String address, int weight) {}

    record Payment(String orderId, BigDecimal amount) {}

    record Product(String id, String name, BigDecimal price) {}

    Functions functions() {
        return Functions.builder()
                .http(
                        "find-parcel",
                        "GET",
                        "/parcels/{id}",
                        (request, context) ->
                                HttpResponse.json(new Parcel(request.pathParameter("id"), "12 Mill Road", 3)))
                .http("send-parcel", "POST", "/parcels", (request, context) -> {
                    Parcel parcel = request.bodyAs(Parcel.class);
                    return HttpResponse.created("/parcels/" + parcel.orderId()).withJson(parcel);
                })
                .queue("ship-parcel", "parcels", Parcel.class, (message, context) -> {
                    if (tried.add(message.id())) {
                        throw new IllegalStateException("The carrier does not answer.");
                    }
                    if (message.payload().address().isBlank()) {
                        throw new Rejected("<img src=x onerror=alert(1)> is no address.");
                    }
                    System.out.println("Parcel of " + message.payload().orderId() + " is on its way.");
                })
                .queue("charge-card", "payments", Payment.class, (message, context) -> {
                    if (!bankAnswers.get()) {
                        throw new IllegalStateException("The bank is closed.");
                    }
                })
                .topic("tell-customer", "parcels", Parcel.class, (message, context) -> {})
                .topic("count-parcels", "parcels", Parcel.class, (message, context) -> {})
                .stream("follow-van", "positions", String.class, (message, context) -> {})
                .storage(
                        "print-label",
                        "labels",
                        List.of(StorageEvent.Kind.CREATED, StorageEvent.Kind.DELETED),
                        (event, context) -> {})
                .schedule("close-depot", "0 18 * * 1-5", (firing, context) -> {})
                .change("index-product", "products", Product.class, (change, context) -> {})
                .event("watch-scans", List.of("com.example.scanned"), (event, context) -> {})
                .build();
    }
}
