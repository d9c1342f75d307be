package dev.aloft.gcp;

import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.SelectedFunction;
import dev.aloft.spi.ScheduleBinding;
import org.jspecify.annotations.Nullable;

/** One message or event, and where it came from, by which its function is chosen. No record, since nothing compares or shows it. */
final class Arrival {
    final Origin origin;
    final DeliveryItem item;
    private final @Nullable DeliveryItem firing;

    Arrival(Origin origin, DeliveryItem item) {
        this(origin, item, null);
    }

    /**
     * @param item what the function gets
     * @param firing what it gets instead if it is one for a schedule: a message tells by nothing that Cloud Scheduler sent it
     */
    Arrival(Origin origin, DeliveryItem item, @Nullable DeliveryItem firing) {
        this.origin = origin;
        this.item = item;
        this.firing = firing;
    }

    DeliveryItem itemFor(SelectedFunction function) {
        return firing != null && function.binding() instanceof ScheduleBinding ? firing : item;
    }
}
