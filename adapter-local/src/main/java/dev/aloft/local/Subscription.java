package dev.aloft.local;

import dev.aloft.Event;
import dev.aloft.runtime.Origin;
import dev.aloft.spi.Binding;
import dev.aloft.spi.EventBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.MessageBinding;
import java.util.List;
import java.util.Locale;

/**
 * What one function takes besides HTTP.
 *
 * @param function the function's name
 * @param binding where its messages or events come from
 */
record Subscription(String function, Binding binding) {
    static Subscription of(FunctionDefinition definition) {
        return new Subscription(definition.name(), definition.binding());
    }

    /** For example {@code queue}. */
    static String word(MessageBinding.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    boolean takes(Event event) {
        return binding instanceof EventBinding events && events.takes(event.type(), event.source());
    }

    Origin origin(Parcel parcel) {
        if (parcel.content() instanceof Event event) {
            return Origin.event("local:event", event.type(), event.source());
        }
        MessageBinding source = (MessageBinding) binding;
        return Origin.messages(
                "local:" + word(source.kind()), List.of(source.kind()), source.source(), source.source());
    }

    /** Events come one by one, as on the platforms. */
    int batch(DeliveryRules rules) {
        return binding instanceof EventBinding ? 1 : rules.batch();
    }

    /** As the console shows it: {@code queue orders ship-order}. */
    @Override
    public String toString() {
        return binding instanceof MessageBinding source
                ? word(source.kind()) + " " + source.source() + " " + function
                : "event " + function;
    }
}
