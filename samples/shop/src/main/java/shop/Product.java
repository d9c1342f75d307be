package shop;

import java.math.BigDecimal;

/**
 * What the shop sells, as its database keeps it.
 *
 * @param id the shop's own name for it, for example {@code tea-1}
 * @param name what customers call it
 * @param price in euros
 */
public record Product(String id, String name, BigDecimal price) {}
