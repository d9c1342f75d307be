package dev.aloft.aws;

import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.IsoTime;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.Token;
import dev.aloft.spi.Binding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.ScheduleBinding;
import dev.aloft.spi.StorageBinding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of an EventBridge bus, schedule or pipe, if no transformer has given it another form: its {@code detail-type} is the
 * type, its {@code detail} the data; {@code account}, {@code region} and, as JSON, {@code resources} are extensions.
 *
 * <p>Where a function takes the firings of schedules or what happens in buckets, such events are for it; else they are events like all
 * others.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html">structure of events</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-eventbridge-scheduler.html">EventBridge Scheduler</a>
 */
final class EventBridgeMapper implements MessageMapper {
    private static final String SERVICE = "aws:events";
    private static final String SCHEDULER = "aws.scheduler";
    private static final byte[] NO_RESOURCES = {'[', ']'};

    private final byte[] payload;
    private final List<FunctionDefinition> functions;
    private @Nullable String id;
    private @Nullable String source;
    private @Nullable String type;
    private @Nullable String time;
    private @Nullable String account;
    private @Nullable String region;
    private byte @Nullable [] resources;
    private byte @Nullable [] detail;

    EventBridgeMapper(byte[] payload, List<FunctionDefinition> functions) {
        this.payload = payload;
        this.functions = functions;
    }

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
        String from = required(source, "source");
        String what = required(type, "detail-type");
        if (isSchedule(from, what) && isTaken(functions, ScheduleBinding.FIRINGS)) {
            return Origin.schedule(from, schedule(), resource());
        }
        Kind kind = from.equals(S3Mapper.SOURCE) ? S3Mapper.kind(what) : null;
        if (kind != null && isTaken(functions, StorageBinding.events(kind))) {
            String bucket = storageEvent().bucket();
            return Origin.storage(SERVICE, kind, bucket, "arn:aws:s3:::" + bucket);
        }
        return Origin.event(SERVICE, what, from);
    }

    private static boolean isSchedule(String source, String type) {
        return source.equals(SCHEDULER) || source.equals("aws.events") && type.equals("Scheduled Event");
    }

    /** Whether there is a function for what is described so. */
    static boolean isTaken(List<FunctionDefinition> functions, String contents) {
        for (FunctionDefinition function : functions) {
            if (function.binding().takes(contents)) {
                return true;
            }
        }
        return false;
    }

    /** The ARN of the rule or schedule, which is the only resource. */
    private String resource() {
        JsonReader json = new JsonReader(resources == null ? NO_RESOURCES : resources);
        json.beginArray();
        return required(json.hasNext() && json.isString() ? NativeText.nonBlank(json.string()) : null, "resources");
    }

    /** {@code nightly} of {@code …:rule/nightly} or {@code …:schedule/default/nightly}. */
    private String schedule() {
        String arn = resource();
        return required(
                NativeText.nonBlank(arn.substring(arn.lastIndexOf('/') + 1)), "resources with the schedule's name");
    }

    private StorageEvent storageEvent() {
        Document about = NativeText.document(new JsonReader(data()));
        return S3Mapper.event(type, about, time, required(id, "id"))
                .raw(payload)
                .build();
    }

    @Override
    public List<DeliveryItem> items(Binding function) {
        return List.of(item(function));
    }

    private DeliveryItem item(Binding function) {
        if (function instanceof StorageBinding) {
            StorageEvent event = storageEvent();
            return DeliveryItem.of(event.id(), null, event);
        }
        if (function instanceof ScheduleBinding) {
            return DeliveryItem.of(ScheduleEvent.builder(schedule(), Instant.now())
                    .id(required(id, "id"))
                    .scheduledAt(IsoTime.parse(time))
                    .raw(payload)
                    .build());
        }
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
        return DeliveryItem.of(event.data(data(), "application/json").build());
    }

    /** The scheduler writes its JSON as a string: {@code "detail": "{}"}. */
    private byte[] data() {
        if (detail == null) {
            throw BrokenEvent.incomplete(SERVICE, "no detail");
        }
        return detail[0] == '"' && SCHEDULER.equals(source) ? new JsonReader(detail).utf8() : detail;
    }

    private static String required(@Nullable String value, String field) {
        if (value == null) {
            throw BrokenEvent.incomplete(SERVICE, "no " + field);
        }
        return value;
    }
}
