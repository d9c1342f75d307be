package dev.aloft.gcp;

import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.runtime.Invocation;
import dev.aloft.runtime.NativePayload;
import dev.aloft.runtime.NativeReplay;
import dev.aloft.runtime.cloudevents.CloudEventReader;
import java.util.Map;

/**
 * Replays a request that came from Google: {@code java -jar app.jar replay recording.json}. Where the entry is {@code cloudevent}, the
 * headers and the body are a CloudEvent in binary mode, for the signature of that name.
 */
public final class ReplayEntryPoint implements NativeReplay {
    /** Created where a recording is replayed. */
    public ReplayEntryPoint() {}

    @Override
    public int replay(
            NativePayload payload, FunctionRuntime functions, Map<String, String> settings, Invocation invocation) {
        EventService events = new EventService(functions);
        if (payload.entry().equals("cloudevent")) {
            Headers.Builder headers = Headers.builder();
            for (int i = 0; i < payload.fields().size(); i++) {
                headers.add(payload.fields().name(i), payload.fields().value(i));
            }
            events.accept(CloudEventReader.binary(headers.build(), payload.body()), invocation);
            return 0;
        }
        HttpRequest request = payload.request();
        return (events.takesRequests() ? events.answer(request, invocation) : functions.http(request, invocation))
                .status();
    }
}
