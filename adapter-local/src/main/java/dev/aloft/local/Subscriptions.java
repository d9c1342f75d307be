package dev.aloft.local;

import dev.aloft.Event;
import dev.aloft.StorageEvent;
import dev.aloft.local.engine.SourceKind;
import dev.aloft.local.engine.Subscription;
import dev.aloft.spi.Binding;
import dev.aloft.spi.ChangeBinding;
import dev.aloft.spi.EventBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.ScheduleBinding;
import dev.aloft.spi.StorageBinding;
import java.util.List;
import java.util.function.Predicate;

/** What the engine calls that a function declares. */
final class Subscriptions {
    private Subscriptions() {}

    /** None for a function for HTTP; two for one of a queue, whose messages may have an order or not. */
    static List<Subscription> of(FunctionDefinition function) {
        String name = function.name();
        Binding binding = function.binding();
        if (binding instanceof MessageBinding messages) {
            return messages(name, messages);
        }
        if (binding instanceof StorageBinding bucket) {
            return one(name, SourceKind.STORAGE, bucket.source(), content -> wants(bucket, content));
        }
        if (binding instanceof ChangeBinding database) {
            return List.of(new Subscription(name, SourceKind.CHANGES, database.source()));
        }
        if (binding instanceof ScheduleBinding) {
            return List.of(new Subscription(name, SourceKind.SCHEDULE, name));
        }
        return binding instanceof EventBinding events
                ? one(name, SourceKind.EVENTS, "", content -> takes(events, content))
                : List.of();
    }

    private static List<Subscription> messages(String name, MessageBinding messages) {
        String source = messages.source();
        return switch (messages.kind()) {
            case QUEUE ->
                List.of(
                        new Subscription(name, SourceKind.QUEUE, source),
                        new Subscription(name, SourceKind.FIFO, source));
            case TOPIC -> List.of(new Subscription(name, SourceKind.TOPIC, source));
            case STREAM -> List.of(new Subscription(name, SourceKind.STREAM, source));
        };
    }

    private static List<Subscription> one(String name, SourceKind kind, String source, Predicate<Object> takes) {
        return List.of(new Subscription(name, kind, source, takes));
    }

    /** Whether the function wants to hear of what happens in its bucket. */
    private static boolean wants(StorageBinding bucket, Object content) {
        return content instanceof StorageEvent event && bucket.takes(StorageBinding.events(event.kind()));
    }

    private static boolean takes(EventBinding events, Object content) {
        return content instanceof Event event && events.takes(event.type(), event.source());
    }
}
