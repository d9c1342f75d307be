package shop;

import org.jspecify.annotations.Nullable;

/**
 * What the queue {@code shipments} asks for.
 *
 * @param orderId the order's number, for example {@code o-1}
 * @param address where it goes, or to which customer; the carrier knows where they live
 */
public record Shipment(String orderId, @Nullable String address) {}
