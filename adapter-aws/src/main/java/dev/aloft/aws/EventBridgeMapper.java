package dev.aloft.aws;

import dev.aloft.Event;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.IsoTime;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.Token;
import dev.aloft.spi.Binding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of an EventBridge bus, schedule or pipe, if no transformer has given it another form: its {@code detail-type} is the
 * type, its {@code detail} the data; {@code account}, {@code region} and, as JSON, {@code resources} are extensions.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html">structure of events</a>
 */
final class EventBridgeMapper implements MessageMapper {
    private static final String SERVICE = "aws:events";

    private @Nullable String id;
    private @Nullable String source;
    private @Nullable String type;
    private @Nullable String time;
    private @Nullable String account;
    private @Nullable String region;
    private byte @Nullable [] resources;
    private byte @Nullable [] detail;

    @Override
    public void read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "id" -> id = NativeText.identity(json);
                case "source" -> source = NativeText.identity(json);
                case "detail-type" -> type = NativeText.identity(json);
                case "time" -> time = NativeText.of(json);
                case "account" -> account = NativeText.identity(json);
                case "region" -> region = NativeText.identity(json);
                case "resources" -> resources = json.peek() == Token.ARRAY ? json.raw() : skipped(json);
                case "detail" -> detail = json.raw();
                default -> json.skip();
            }
        }
        json.endObject();
        json.end();
    }

    private static byte @Nullable [] skipped(JsonReader json) {
        json.skip();
        return null;
    }

    @Override
    public Origin origin() {
        return Origin.event(SERVICE, required(type, "detail-type"), required(source, "source"));
    }

    @Override
    public List<DeliveryItem> items(Binding function) {
        Event.Builder event = Event.builder(
                        required(id, "id"), required(source, "source"), required(type, "detail-type"))
                .time(IsoTime.parse(time));
        if (account != null) {
            event.extension("account", account);
        }
        if (region != null) {
            event.extension("region", region);
        }
        if (resources != null && resources.length > 2) {
            event.extension("resources", new String(resources, StandardCharsets.UTF_8));
        }
        return List.of(DeliveryItem.of(event.data(data(), "application/json").build()));
    }

    /** The scheduler writes its JSON as a string: {@code "detail": "{}"}. */
    private byte[] data() {
        if (detail == null) {
            throw BrokenEvent.incomplete(SERVICE, "no detail");
        }
        return detail[0] == '"' && "aws.scheduler".equals(source) ? new JsonReader(detail).utf8() : detail;
    }

    private static String required(@Nullable String value, String field) {
        if (value == null) {
            throw BrokenEvent.incomplete(SERVICE, "no " + field);
        }
        return value;
    }
}
