package dev.aloft.aws;

import dev.aloft.AloftException;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.Token;
import dev.aloft.spi.Binding;
import dev.aloft.spi.MessageBinding.Kind;
import dev.aloft.spi.StorageBinding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event that is a list of records, or lists of them by partition or queue, which all have to be of one service and one source. How
 * a record is written knows the mapper of its service.
 */
abstract class RecordsMapper implements MessageMapper {
    final byte[] payload;
    private final String service;
    private final String list;
    private final @Nullable String missing;
    /** Whether each record names its service and source itself. */
    private final boolean named;

    private final List<ReceivedRecord> records = new ArrayList<>();
    private @Nullable String source;
    private @Nullable String arn;
    /** The short name of {@link #source}, made once for all records that have it. */
    private String common = "";

    private boolean alone = true;

    /**
     * @param service for example {@code aws:sqs}; where the list is called {@code Records}, each record says it itself
     * @param list the list's name
     * @param missing what the event has if there are no lists by names, for example {@code no records by partition}; null if there
     *     is one list only
     */
    RecordsMapper(byte[] payload, String service, String list, @Nullable String missing) {
        this.payload = payload;
        this.service = service;
        this.list = list;
        this.missing = missing;
        this.named = list.equals("Records");
    }

    /** Reads the members of a record that was begun. */
    abstract void read(JsonReader json, ReceivedRecord record);

    /** The short name of a source that records name: {@code orders} for {@code arn:aws:sqs:eu-central-1:123456789012:orders}. */
    abstract String name(String source);

    @Override
    public void read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            if (name.equals(list)) {
                readLists(json);
            } else {
                alone = false;
                String text = NativeText.identity(json);
                arn = name.equalsIgnoreCase("eventSourceArn") ? text : arn;
            }
        }
        json.endObject();
        json.end();
    }

    private void readLists(JsonReader json) {
        if (missing == null) {
            readList(json, "");
            return;
        }
        if (!json.isObject()) {
            throw BrokenEvent.incomplete(service, missing);
        }
        json.beginObject();
        while (json.hasNext()) {
            readList(json, json.name());
        }
        json.endObject();
    }

    private void readList(JsonReader json, String name) {
        if (json.peek() != Token.ARRAY) {
            throw BrokenEvent.incomplete(service, "no list of records");
        }
        json.beginArray();
        while (json.hasNext()) {
            if (!json.isObject()) {
                throw BrokenEvent.incomplete(service, "a record (" + records.size() + ") that is no object");
            }
            ReceivedRecord record = new ReceivedRecord(service, records.size(), name, json.offset());
            json.beginObject();
            read(json, record);
            json.endObject();
            record.end = json.offset();
            requireSource(record);
            records.add(record);
        }
        json.endArray();
    }

    private void requireSource(ReceivedRecord record) {
        if (named) {
            if (record.eventSource == null) {
                throw unnamed("event source");
            }
            if (!service.equals(record.eventSource)) {
                throw BrokenEvent.mixed(service, records.size());
            }
        }
        if (record.source == null || record.source.isBlank()) {
            throw unnamed("source");
        }
        if (source == null) {
            source = record.source;
        } else if (!isSame(source, record.source)) {
            throw BrokenEvent.mixed(service, records.size());
        }
    }

    /** Whether two records with these sources may be in one event. */
    boolean isSame(String one, String other) {
        return one.equals(other);
    }

    private AloftException unnamed(String what) {
        return BrokenEvent.incomplete(service, "a record (" + records.size() + ") that does not name its " + what);
    }

    /** Whether the event has nothing but records, so that it cannot have the marks of another kind. */
    final boolean isAlone() {
        return alone;
    }

    /** The records in order. */
    final List<ReceivedRecord> records() {
        return records;
    }

    /**
     * Where the records come from.
     *
     * @param arnBeside whether the event has the source's ARN beside them; else they have it themselves, or there is none
     */
    final Origin origin(List<Kind> kinds, boolean arnBeside) {
        String known = source();
        String beside = named ? null : arn;
        if (arnBeside && beside == null) {
            throw BrokenEvent.incomplete(service, "no eventSourceArn");
        }
        return Origin.messages(service, kinds, name(known), beside == null ? known : beside);
    }

    /** What the records name as their source. */
    final String source() {
        if (source == null) {
            throw BrokenEvent.incomplete(service, "no records");
        }
        return source;
    }

    @Override
    public List<DeliveryItem> items(Binding function) {
        List<DeliveryItem> items = new ArrayList<>(records.size());
        common = source == null ? "" : name(source);
        for (ReceivedRecord record : records) {
            try {
                add(record, function, items);
            } catch (AloftException broken) {
                items.add(DeliveryItem.unreadable(record.itemId(), record.group, broken));
            }
        }
        return items;
    }

    /**
     * Adds what a record holds for a function.
     *
     * @throws AloftException if there is something that it cannot be given
     */
    void add(ReceivedRecord record, Binding function, List<DeliveryItem> items) {
        if (function.takes(StorageBinding.EVENTS)) {
            S3Mapper.addCarried(record, payload, function, items);
        } else {
            // A notification that has been taken out of its record has a source of its own.
            String own = record.source;
            items.add(record.item(payload, own == null || own.equals(source) ? common : name(own)));
        }
    }

    static String lastPart(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
