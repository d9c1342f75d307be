package shop;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The orders of this process. In a cloud every instance has its own, so a real shop keeps them in a database. */
final class OrderBook {
    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final AtomicInteger lastNumber = new AtomicInteger();

    Order add(OrderRequest request) {
        Order order = request.accept("o-" + lastNumber.incrementAndGet());
        orders.put(order.id(), order);
        return order;
    }

    Optional<Order> find(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    Optional<Order> replace(String id, OrderRequest request) {
        Order changed = request.accept(id);
        return Optional.ofNullable(orders.computeIfPresent(id, (key, old) -> changed));
    }

    boolean remove(String id) {
        return orders.remove(id) != null;
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
