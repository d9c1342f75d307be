package dev.aloft.gcp;

import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.Origin;

/**
 * One message or event, and where it came from.
 *
 * @param origin by what its function is chosen
 * @param item what the function gets
 */
record Arrival(Origin origin, DeliveryItem item) {}
