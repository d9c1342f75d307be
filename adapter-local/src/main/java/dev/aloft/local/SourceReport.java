package dev.aloft.local;

import dev.aloft.HttpResponse;
import dev.aloft.local.Broker.MailboxState;
import dev.aloft.runtime.json.JsonWriter;
import dev.aloft.spi.MessageBinding;
import java.util.List;

/** What has become of a source's messages or of events, function by function; of each dead letter the id and the reason, never the payload. */
final class SourceReport {
    private SourceReport() {}

    static HttpResponse of(Source source) {
        MessageBinding binding = source.binding();
        JsonWriter json = new JsonWriter(256);
        json.beginObject();
        json.name(Subscription.word(binding.kind())).string(binding.source());
        return report(json, source.states());
    }

    /** The same of the functions for events. */
    static HttpResponse ofEvents(Sources sources) {
        JsonWriter json = new JsonWriter(256);
        json.beginObject();
        return report(json, sources.eventStates());
    }

    private static HttpResponse report(JsonWriter json, List<MailboxState> states) {
        json.name("functions").beginArray();
        for (MailboxState state : states) {
            write(json, state);
        }
        json.endArray();
        json.endObject();
        return HttpResponse.ok().withBody(json.toByteArray(), "application/json");
    }

    private static void write(JsonWriter json, MailboxState state) {
        json.beginObject();
        json.name("name").string(state.function());
        json.name("waiting").number(state.waiting());
        json.name("handled").number(state.handled());
        json.name("deadLetters").beginArray();
        for (Undeliverable letter : state.undeliverable()) {
            json.beginObject();
            json.name("id").string(letter.id());
            json.name("attempts").number(letter.attempts());
            json.name("reasonType").string(letter.reasonType());
            json.name("reason").string(letter.reason());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }
}
