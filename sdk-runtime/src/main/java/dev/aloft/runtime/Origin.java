package dev.aloft.runtime;

import dev.aloft.StorageEvent;
import dev.aloft.spi.Binding;
import dev.aloft.spi.ChangeBinding;
import dev.aloft.spi.EventBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.MessageBinding.Kind;
import dev.aloft.spi.ScheduleBinding;
import dev.aloft.spi.StorageBinding;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an event came from, as the platform and nobody else says it; by this the function is chosen.
 *
 * <pre>{@code
 * Origin.messages("aws:sqs", List.of(Kind.QUEUE), "orders", "arn:aws:sqs:eu-central-1:123456789012:orders")
 * Origin.event("aws:events", "com.acme.order.placed", "com.acme.shop")
 * Origin.storage("aws:s3", StorageEvent.Kind.CREATED, "uploads", "arn:aws:s3:::uploads")
 * }</pre>
 */
public final class Origin {
    private final String service;
    /** What comes from here, in the words of the bindings that it can be for; the first is what it is by itself. */
    private final List<String> contents;

    private final String name;
    private final String resource;
    private final List<String> aliases;

    private Origin(String service, List<String> contents, String name, String resource, List<String> aliases) {
        this.service = service;
        this.contents = contents;
        this.name = name;
        this.resource = resource;
        this.aliases = aliases;
    }

    /**
     * Messages of one queue, topic or stream.
     *
     * @param service the platform's service, for example {@code aws:sqs}
     * @param kinds the triggers that the service can serve, at least one
     * @param name the source's name, for example {@code orders}
     * @param resource the source's full name, for example an ARN; the same as the name where there is none
     * @return the origin
     */
    public static Origin messages(String service, List<Kind> kinds, String name, String resource) {
        List<String> contents = new ArrayList<>(kinds.size());
        for (Kind kind : kinds) {
            contents.add(kind.messages());
        }
        return new Origin(service, contents, name, resource, List.of());
    }

    /**
     * An event without a trigger of its own.
     *
     * @param service the platform's service, for example {@code aws:events}
     * @param type the event's type
     * @param source the event's source
     * @return the origin
     */
    public static Origin event(String service, String type, String source) {
        return new Origin(service, List.of(EventBinding.EVENTS), type, source, List.of());
    }

    /**
     * What happened to an object of one bucket or container.
     *
     * @param service the platform's service, for example {@code aws:s3}
     * @param kind what happened
     * @param name the bucket's name, for example {@code uploads}
     * @param resource the bucket's full name, for example an ARN; the same as the name where there is none
     * @return the origin
     */
    public static Origin storage(String service, StorageEvent.Kind kind, String name, String resource) {
        return new Origin(service, List.of(StorageBinding.events(kind)), name, resource, List.of());
    }

    /**
     * A firing of one schedule.
     *
     * @param service the platform's service, for example {@code aws:scheduler}
     * @param name the schedule's name, for example {@code clean-up}
     * @param resource the schedule's full name, for example an ARN; the same as the name where there is none
     * @return the origin
     */
    public static Origin schedule(String service, String name, String resource) {
        return new Origin(service, List.of(ScheduleBinding.FIRINGS), name, resource, List.of());
    }

    /**
     * Changes of one table or collection.
     *
     * @param service the platform's service, for example {@code aws:dynamodb}
     * @param name the table's name, for example {@code products}
     * @param resource the table's full name, for example an ARN; the same as the name where there is none
     * @return the origin
     */
    public static Origin changes(String service, String name, String resource) {
        return new Origin(service, List.of(ChangeBinding.CHANGES), name, resource, List.of());
    }

    /**
     * This origin, which a function may declare by other names, too: a Pub/Sub topic by the name of its subscription.
     *
     * @param names further names of the same source
     * @return the origin
     */
    public Origin alsoNamed(String... names) {
        return new Origin(service, contents, name, resource, List.of(names));
    }

    /**
     * This origin, which may also be for functions of other kinds, since nothing but their declaration tells: a queue or topic that
     * hands over the events of a bucket, or the firings of a schedule.
     *
     * @param more what it may carry: {@link StorageBinding#EVENTS} or {@link ScheduleBinding#FIRINGS}
     * @return the origin
     */
    public Origin carrying(String... more) {
        List<String> all = new ArrayList<>(contents);
        all.addAll(List.of(more));
        return new Origin(service, all, name, resource, aliases);
    }

    /** The source's name, for example {@code orders}; of an event its type. */
    public String name() {
        return name;
    }

    /** Whether a function of this kind can take what comes from here. */
    boolean fits(Binding binding) {
        for (String content : contents) {
            if (binding.takes(content)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a function that fits has declared this very source; a schedule is declared by its function's name. */
    boolean isDeclaredBy(FunctionDefinition function, Configuration configuration) {
        if (function.binding() instanceof EventBinding event) {
            return event.takes(name, resource);
        }
        String declared = configuration.source(Configuration.logicalSource(function));
        return declared.equals(name) || declared.equals(resource) || aliases.contains(declared);
    }

    /** For messages: {@code aws:sqs (queue messages of orders)}. */
    String described() {
        String shown = printable(name);
        if (contents.get(0).equals(EventBinding.EVENTS)) {
            return service + " (an event of type " + shown + " from " + printable(resource) + ")";
        }
        return service + " (" + contents.get(0) + " of " + shown + ")";
    }

    /** Names may come from outside; they must not forge log lines. */
    private static String printable(String name) {
        StringBuilder safe = new StringBuilder(name.length());
        for (int i = 0; i < name.length() && i < 200; i++) {
            char c = name.charAt(i);
            safe.append(c >= ' ' && c < 127 ? c : '?');
        }
        return safe.toString();
    }

    @Override
    public String toString() {
        return described();
    }
}
