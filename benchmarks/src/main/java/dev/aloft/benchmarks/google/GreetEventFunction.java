package dev.aloft.benchmarks.google;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.functions.CloudEventsFunction;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import java.io.IOException;
import java.util.Objects;

/** The data of an event bound by Jackson, as Google's samples do it. */
public final class GreetEventFunction implements CloudEventsFunction {
    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void accept(CloudEvent event) throws IOException {
        CloudEventData data = Objects.requireNonNull(event.getData());
        if (!json.readValue(data.toBytes(), Person.class).name().equals("Ada")) {
            throw new IllegalArgumentException("not Ada");
        }
    }
}
