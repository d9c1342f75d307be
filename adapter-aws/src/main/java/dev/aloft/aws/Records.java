package dev.aloft.aws;

import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.Token;
import org.jspecify.annotations.Nullable;

/** The list of records of an event, which all have to be of one service and one source. */
final class Records {
    private final String service;
    private @Nullable String resource;
    private int count;

    Records(String service) {
        this.service = service;
    }

    /** Enters the list, which is an array or the event is no event. */
    void beginList(JsonReader json) {
        if (json.peek() != Token.ARRAY) {
            throw BrokenRecord.incomplete(service, "no list of records");
        }
        json.beginArray();
    }

    /** Enters a record and tells where it begins. */
    int begin(JsonReader json) {
        if (!json.isObject()) {
            throw BrokenRecord.incomplete(service, "a record (" + count + ") that is no object");
        }
        int start = json.offset();
        json.beginObject();
        return start;
    }

    /** Leaves a record and tells where it ends. */
    int end(JsonReader json) {
        json.endObject();
        count++;
        return json.offset();
    }

    /** Checks what the latest record says of its service and source. */
    void require(@Nullable String eventSource, @Nullable String source) {
        int index = count - 1;
        if (eventSource == null) {
            throw BrokenRecord.incomplete(service, "a record (" + index + ") that does not name its event source");
        }
        if (!service.equals(eventSource)) {
            throw BrokenRecord.mixed(service, index);
        }
        requireSource(source);
    }

    /** Checks the source of the latest record where the service stands beside the list. */
    void requireSource(@Nullable String source) {
        int index = count - 1;
        if (source == null || source.isBlank()) {
            throw BrokenRecord.incomplete(service, "a record (" + index + ") that does not name its source");
        }
        if (resource == null) {
            resource = source;
        } else if (!resource.equals(source)) {
            throw BrokenRecord.mixed(service, index);
        }
    }

    /** How many records there were so far. */
    int count() {
        return count;
    }

    /** The source of all records; without one there are none. */
    String resource() {
        if (resource == null) {
            throw BrokenRecord.incomplete(service, "no records");
        }
        return resource;
    }

    /** What follows the last colon: {@code orders} for {@code arn:aws:sqs:eu-central-1:123456789012:orders}. */
    static String lastPart(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
