package shop;

import dev.aloft.HttpException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The orders of this process. In a cloud every instance has its own, so a real shop keeps them in a database. */
final class OrderBook {
    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final Map<String, Instant> placedAt = new ConcurrentHashMap<>();
    private final AtomicInteger lastNumber = new AtomicInteger();
    private final Clock clock;

    OrderBook(Clock clock) {
        this.clock = clock;
    }

    Order add(OrderRequest request) {
        Order order = request.accept("o-" + lastNumber.incrementAndGet());
        placedAt.put(order.id(), clock.instant());
        orders.put(order.id(), order);
        return order;
    }

    Optional<Order> find(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    Optional<Order> replace(String id, OrderRequest request) {
        Order changed = request.accept(id);
        return Optional.ofNullable(orders.computeIfPresent(id, (key, old) -> {
            if (!old.customer().equals(changed.customer())) {
                throw new HttpException(409, "An order keeps its customer.");
            }
            return changed;
        }));
    }

    boolean remove(String id) {
        placedAt.remove(id);
        return orders.remove(id) != null;
    }

    /** Forgets what was placed before a time. */
    void removePlacedBefore(Instant time) {
        for (Order order : all()) {
            Instant placed = placedAt.get(order.id());
            if (placed != null && placed.isBefore(time)) {
                remove(order.id());
            }
        }
    }

    List<Order> all() {
        return orders.values().stream()
                .sorted(Comparator.comparingInt(OrderBook::number))
                .toList();
    }

    Optional<Order> latest() {
        return orders.values().stream().max(Comparator.comparingInt(OrderBook::number));
    }

    private static int number(Order order) {
        return Integer.parseInt(order.id().substring(2));
    }
}
