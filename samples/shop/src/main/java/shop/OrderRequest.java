package shop;

import dev.aloft.HttpException;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sends to place or change an order.
 *
 * @param customer who orders
 * @param item what is ordered
 * @param quantity how many, from 1 to 100
 */
public record OrderRequest(
        @Nullable String customer, @Nullable String item, int quantity) {

    Order accept(String id) {
        if (customer == null || customer.isBlank() || item == null || item.isBlank()) {
            throw new HttpException(422, "An order names a customer and an item.");
        }
        if (quantity < 1 || quantity > 100) {
            throw new HttpException(422, "The quantity is from 1 to 100.");
        }
        return new Order(id, customer, item, quantity);
    }
}
