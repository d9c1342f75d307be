package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.Event;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.json.JsonWriter;
import dev.aloft.spi.Binding;
import dev.aloft.spi.ChangeBinding;
import dev.aloft.spi.EventBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.HttpBinding;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.ScheduleBinding;
import dev.aloft.spi.SourceBinding;
import dev.aloft.spi.StorageBinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything besides HTTP that the functions declare: queues, topics, streams, buckets, databases, schedules, and the events they take. */
final class Sources {
    private final Broker broker;
    private final List<Mailbox> mailboxes;
    private final Map<MessageBinding, Source> sources = new HashMap<>();
    private final Map<String, LocalStorage> buckets = new LinkedHashMap<>();
    private final Map<String, LocalDatabase> databases = new LinkedHashMap<>();
    private final Map<String, LocalSchedule> schedules = new LinkedHashMap<>();
    private final Timetable timetable;

    private Sources(List<Mailbox> mailboxes, DeliveryRules rules, long start) {
        this.mailboxes = mailboxes;
        this.broker = new Broker(mailboxes, rules, start);
        for (Mailbox mailbox : mailboxes) {
            Binding binding = mailbox.binding();
            if (binding instanceof MessageBinding messages && !sources.containsKey(messages)) {
                sources.put(messages, new Source(broker, messages, subscribed(messages)));
            } else if (binding instanceof StorageBinding bucket && !buckets.containsKey(bucket.source())) {
                buckets.put(bucket.source(), new LocalStorage(feed("storage", bucket)));
            } else if (binding instanceof ChangeBinding database && !databases.containsKey(database.source())) {
                databases.put(database.source(), new LocalDatabase(feed("database", database)));
            } else if (binding instanceof ScheduleBinding schedule) {
                Feed feed = new Feed(broker, "schedule", mailbox.function(), List.of(mailbox));
                schedules.put(mailbox.function(), new LocalSchedule(feed, schedule));
            }
        }
        this.timetable = new Timetable(broker, schedules.values());
    }

    /** @param start what time it is at first, in milliseconds */
    static Sources of(List<FunctionDefinition> functions, DeliveryRules rules, long start) {
        List<Mailbox> mailboxes = new ArrayList<>();
        for (FunctionDefinition function : functions) {
            if (!(function.binding() instanceof HttpBinding)) {
                mailboxes.add(new Mailbox(function));
            }
        }
        return new Sources(mailboxes, rules, start);
    }

    private Feed feed(String word, SourceBinding binding) {
        return new Feed(broker, word, binding.source(), subscribed(binding));
    }

    private List<Mailbox> subscribed(SourceBinding binding) {
        List<Mailbox> subscribed = new ArrayList<>(1);
        for (Mailbox mailbox : mailboxes) {
            if (mailbox.binding() instanceof SourceBinding other
                    && Source.word(other).equals(Source.word(binding))
                    && other.source().equals(binding.source())) {
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
        throw unknown(Source.word(kind), name);
    }

    LocalStorage bucket(String name) {
        return declared("bucket", buckets, name);
    }

    Set<String> buckets() {
        return buckets.keySet();
    }

    LocalDatabase database(String name) {
        return declared("database", databases, name);
    }

    LocalSchedule schedule(String function) {
        return declared("schedule", schedules, function);
    }

    Timetable timetable() {
        return timetable;
    }

    private <S> S declared(String word, Map<String, S> all, String name) {
        S declared = all.get(name);
        if (declared == null) {
            throw unknown(word, name);
        }
        return declared;
    }

    private AloftException unknown(String word, String name) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-123",
                "There is no " + word + " named " + printable(name) + ". Declared: " + declared()
                        + ". Use the name that stands in the trigger, or declare it with one.");
    }

    /** For example {@code [queue orders, topic news]}. */
    private List<String> declared() {
        List<String> declared = new ArrayList<>(sources.size());
        for (MessageBinding binding : sources.keySet()) {
            declared.add(Source.word(binding.kind()) + " " + binding.source());
        }
        addDeclared(declared, "bucket ", buckets.keySet());
        addDeclared(declared, "database ", databases.keySet());
        addDeclared(declared, "schedule ", schedules.keySet());
        declared.sort(null);
        return declared;
    }

    private static void addDeclared(List<String> declared, String word, Set<String> names) {
        for (String name : names) {
            declared.add(word + name);
        }
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

    List<DeadEvent<Event>> deadEvents() {
        return DeadEvent.all(broker.undeliverable(eventMailboxes()));
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
