package shop;

/**
 * What the topic {@code orders} tells of a new order.
 *
 * @param orderId the order's number, for example {@code o-1}
 * @param customer who ordered
 * @param item what was ordered
 * @param quantity how many
 */
public record OrderPlaced(String orderId, String customer, String item, int quantity) {
    static OrderPlaced of(Order order) {
        return new OrderPlaced(order.id(), order.customer(), order.item(), order.quantity());
    }
}
