package shop;

/**
 * An order as the shop keeps it.
 *
 * @param id the shop's own number, for example {@code o-1}
 * @param customer who ordered
 * @param item what was ordered
 * @param quantity how many, at least one
 */
public record Order(String id, String customer, String item, int quantity) {}
