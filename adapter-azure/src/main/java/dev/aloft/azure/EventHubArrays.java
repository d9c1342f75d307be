package dev.aloft.azure;

import dev.aloft.Attributes;
import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import java.util.ArrayList;
import java.util.List;

/** The metadata of a batch, event by event: what is there for one is there for all. */
final class EventHubArrays {
    private static final String POSITIONS = "SystemPropertiesArray";
    private static final String PROPERTIES = "PropertiesArray";

    /** Empty if the host or worker does not show them. */
    private final List<EventHubPosition> positions = new ArrayList<>();

    private final List<Attributes> properties = new ArrayList<>();

    private EventHubArrays() {}

    static EventHubArrays read(int events, TriggerMetadata metadata) {
        EventHubArrays arrays = new EventHubArrays();
        arrays.readAll(POSITIONS, events, metadata);
        arrays.readAll(PROPERTIES, events, metadata);
        return arrays;
    }

    /** Arrays of another length than the batch would give events the properties of others. */
    private void readAll(String name, int events, TriggerMetadata metadata) {
        JsonReader json = metadata.json(name);
        if (json == null) {
            return;
        }
        int count = 0;
        try {
            json.beginArray();
            for (; json.hasNext(); count++) {
                readOne(name, json);
            }
            json.endArray();
            json.end();
        } catch (JsonException notJson) {
            throw AzureErrors.badMetadata(name, notJson);
        }
        if (count != events) {
            throw AzureErrors.badMetadata(name, null);
        }
    }

    private void readOne(String name, JsonReader json) {
        if (name.equals(POSITIONS)) {
            positions.add(EventHubPosition.read(json));
        } else if (json.isNull()) {
            json.skip();
            properties.add(Attributes.empty());
        } else {
            properties.add(MessageParts.properties(json));
        }
    }

    EventHubPosition position(int event) {
        return positions.isEmpty() ? EventHubPosition.UNKNOWN : positions.get(event);
    }

    Attributes properties(int event) {
        return properties.isEmpty() ? Attributes.empty() : properties.get(event);
    }
}
