package dev.aloft.testkit.aws;

import dev.aloft.Event;
import java.nio.charset.StandardCharsets;

/**
 * An EventBridge bus. An event's type is its {@code detail-type}, its data, which must be JSON, the {@code detail}; {@code account},
 * {@code region} and {@code resources}, a JSON array, are extensions.
 *
 * <pre>{@code
 * byte[] native = new EventBridgeEncoder().encode(Event.builder("e-1", "com.acme.shop", "order placed").data(json, "application/json").build());
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html">structure of events</a>
 */
public final class EventBridgeEncoder {
    /** A bus. */
    public EventBridgeEncoder() {}

    /**
     * The event that the bus sends.
     *
     * @param event the event
     * @return compact JSON in UTF-8, its fields in the order in which AWS writes them
     */
    public byte[] encode(Event event) {
        return EventFields.object(json -> {
            json.name("version").string("0");
            json.name("id").string(event.id());
            json.name("detail-type").string(event.type());
            json.name("source").string(event.source());
            String account = event.extensions().get("account");
            if (account != null) {
                json.name("account").string(account);
            }
            event.time().ifPresent(time -> json.name("time").string(time.toString()));
            String region = event.extensions().get("region");
            if (region != null) {
                json.name("region").string(region);
            }
            String resources = event.extensions().getOrDefault("resources", "[]");
            json.name("resources").raw(resources.getBytes(StandardCharsets.UTF_8));
            json.name("detail").raw(event.data().bytes());
        });
    }
}
