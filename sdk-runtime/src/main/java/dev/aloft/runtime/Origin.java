package dev.aloft.runtime;

import dev.aloft.spi.Binding;
import dev.aloft.spi.EventBinding;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.MessageBinding.Kind;
import java.util.List;

/**
 * Where an event came from, as the platform and nobody else says it; by this the function is chosen.
 *
 * <pre>{@code
 * Origin.messages("aws:sqs", List.of(Kind.QUEUE), "orders", "arn:aws:sqs:eu-central-1:123456789012:orders")
 * Origin.event("aws:events", "com.acme.order.placed", "com.acme.shop")
 * }</pre>
 */
public final class Origin {
    private final String service;
    private final List<Kind> kinds;
    private final String name;
    private final String resource;
    private final List<String> aliases;

    private Origin(String service, List<Kind> kinds, String name, String resource, List<String> aliases) {
        this.service = service;
        this.kinds = kinds;
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
        return new Origin(service, kinds, name, resource, List.of());
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
        return new Origin(service, List.of(), type, source, List.of());
    }

    /**
     * This origin, which a function may declare by other names, too: a Pub/Sub topic by the name of its subscription.
     *
     * @param names further names of the same source
     * @return the origin
     */
    public Origin alsoNamed(String... names) {
        return new Origin(service, kinds, name, resource, List.of(names));
    }

    /** The source's name, for example {@code orders}; of an event its type. */
    public String name() {
        return name;
    }

    /** Whether a function of this kind can take what comes from here. */
    boolean fits(Binding binding) {
        if (binding instanceof MessageBinding message) {
            return kinds.contains(message.kind());
        }
        return kinds.isEmpty() && binding instanceof EventBinding;
    }

    /** Whether a function that fits has declared this very source. */
    boolean isDeclaredBy(Binding binding, Configuration configuration) {
        if (binding instanceof MessageBinding message) {
            String declared = configuration.source(message.source());
            return declared.equals(name) || declared.equals(resource) || aliases.contains(declared);
        }
        return binding instanceof EventBinding event && event.takes(name, resource);
    }

    /** For messages: {@code aws:sqs (queue messages of orders)}. */
    String described() {
        String shown = printable(name);
        if (kinds.isEmpty()) {
            return service + " (an event of type " + shown + " from " + printable(resource) + ")";
        }
        return service + " (" + kinds.get(0).messages() + " of " + shown + ")";
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
