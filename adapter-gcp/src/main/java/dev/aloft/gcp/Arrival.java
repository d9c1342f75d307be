package dev.aloft.gcp;

import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.SelectedFunction;
import dev.aloft.spi.ScheduleBinding;
import org.jspecify.annotations.Nullable;

/**
 * One message or event, and where it came from.
 *
 * @param origin by what its function is chosen
 * @param item what the function gets
 * @param firing what it gets instead if it is one for a schedule: a message tells by nothing that Cloud Scheduler sent it
 */
record Arrival(Origin origin, DeliveryItem item, @Nullable DeliveryItem firing) {
    Arrival(Origin origin, DeliveryItem item) {
        this(origin, item, null);
    }

    DeliveryItem itemFor(SelectedFunction function) {
        return firing != null && function.binding() instanceof ScheduleBinding ? firing : item;
    }
}
