package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.Event;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.json.JsonWriter;
import dev.aloft.spi.EventBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.HttpBinding;
import dev.aloft.spi.MessageBinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All queues, topics and streams that the functions declare, by their logical names, and the events that they take. */
final class Sources {
    private final Broker broker;
    private final List<Mailbox> mailboxes;
    private final Map<MessageBinding, Source> sources = new HashMap<>();

    private Sources(List<Mailbox> mailboxes, DeliveryRules rules) {
        this.mailboxes = mailboxes;
        this.broker = new Broker(mailboxes, rules);
        for (Mailbox mailbox : mailboxes) {
            if (mailbox.binding() instanceof MessageBinding binding && !sources.containsKey(binding)) {
                sources.put(binding, new Source(broker, binding, subscribed(binding)));
            }
        }
    }

    static Sources of(List<FunctionDefinition> functions, DeliveryRules rules) {
        List<Mailbox> mailboxes = new ArrayList<>();
        for (FunctionDefinition function : functions) {
            if (!(function.binding() instanceof HttpBinding)) {
                mailboxes.add(new Mailbox(function));
            }
        }
        return new Sources(mailboxes, rules);
    }

    private List<Mailbox> subscribed(MessageBinding binding) {
        List<Mailbox> subscribed = new ArrayList<>(1);
        for (Mailbox mailbox : mailboxes) {
            if (mailbox.binding().equals(binding)) {
                subscribed.add(mailbox);
            }
        }
        return subscribed;
    }

    /** Whether there is no function but for HTTP. */
    boolean isEmpty() {
        return mailboxes.isEmpty();
    }

    Broker broker() {
        return broker;
    }

    /** The source of a name; a queue must have exactly one function. */
    Source require(MessageBinding.Kind kind, String name) {
        for (Source source : sources.values()) {
            if (source.binding().kind() == kind && source.binding().source().equals(name)) {
                return source.requireOneConsumer();
            }
        }
        throw new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-123",
                "There is no " + Source.word(kind) + " named " + printable(name) + ". Declared: " + declared()
                        + ". Use the name that stands in the trigger, or declare it with one.");
    }

    /** For example {@code [queue orders, topic news]}. */
    private List<String> declared() {
        List<String> declared = new ArrayList<>(sources.size());
        for (MessageBinding binding : sources.keySet()) {
            declared.add(Source.word(binding.kind()) + " " + binding.source());
        }
        declared.sort(null);
        return declared;
    }

    /** Gives an event to each function that takes it. */
    void accept(Event event) {
        List<Mailbox> takers = new ArrayList<>(mailboxes.size());
        for (Mailbox mailbox : mailboxes) {
            if (mailbox.takes(event)) {
                takers.add(mailbox);
            }
        }
        if (takers.isEmpty()) {
            throw new AloftException(
                    Kind.CONFIGURATION,
                    "ALOFT-125",
                    "No function takes events of the type " + printable(event.type()) + " from "
                            + printable(event.source()) + ". The functions for events: " + expectations()
                            + ". Change the event, or a function's @EventTrigger.");
        }
        broker.add(takers, event);
    }

    private List<String> expectations() {
        List<String> expectations = new ArrayList<>(mailboxes.size());
        for (Mailbox mailbox : eventMailboxes()) {
            expectations.add(mailbox.function() + " (" + mailbox.binding().expects() + ")");
        }
        return expectations;
    }

    private List<Mailbox> eventMailboxes() {
        List<Mailbox> taking = new ArrayList<>(mailboxes.size());
        for (Mailbox mailbox : mailboxes) {
            if (mailbox.binding() instanceof EventBinding) {
                taking.add(mailbox);
            }
        }
        return taking;
    }

    List<DeadEvent> deadEvents() {
        List<DeadEvent> dead = new ArrayList<>();
        for (Parcel parcel : broker.undeliverable(eventMailboxes())) {
            dead.add(DeadEvent.of(parcel));
        }
        return List.copyOf(dead);
    }

    /** What has become of the events, function by function. */
    HttpResponse eventReport() {
        return broker.report(eventMailboxes(), new JsonWriter(256).beginObject());
    }

    /** A name may be anything, and is shown to the developer. */
    private static String printable(String name) {
        StringBuilder safe = new StringBuilder(name.length());
        for (int i = 0; i < name.length() && i < 100; i++) {
            char c = name.charAt(i);
            safe.append(c > ' ' && c < 127 ? c : '?');
        }
        return safe.toString();
    }
}
