package dev.aloft.runtime;

import dev.aloft.AloftException;
import dev.aloft.Body;
import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.runtime.json.JsonWriter;
import dev.aloft.spi.PayloadCodec;
import java.lang.reflect.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message or event as an adapter's mapper read it, or the reason why it could not be read.
 *
 * <p>{@code DeliveryItem.of("m-1", null, message)} is a message of a source without order. Items with the same group are handled one
 * after the other, and none after one that failed; those without a group are independent.
 */
public final class DeliveryItem {
    private final String id;
    private final @Nullable String group;
    private final @Nullable Object content;
    private final @Nullable AloftException unreadable;

    private DeliveryItem(
            String id, @Nullable String group, @Nullable Object content, @Nullable AloftException unreadable) {
        this.id = id;
        this.group = group;
        this.content = content;
        this.unreadable = unreadable;
    }

    /**
     * A message.
     *
     * @param id what the platform calls it in a partial answer, for example SQS's message id
     * @param group what it keeps its order with; null if with nothing
     * @param message the message
     * @return the item
     */
    public static DeliveryItem of(String id, @Nullable String group, Message<Body> message) {
        return new DeliveryItem(id, group, message, null);
    }

    /**
     * An event.
     *
     * @param event the event
     * @return the item, without order
     */
    public static DeliveryItem of(Event event) {
        return new DeliveryItem(event.id(), null, event, null);
    }

    /**
     * A storage event.
     *
     * @param id what the platform calls it in a partial answer; the event's own id where it has none
     * @param group what it keeps its order with; null if with nothing
     * @param event the event
     * @return the item
     */
    public static DeliveryItem of(String id, @Nullable String group, StorageEvent event) {
        return new DeliveryItem(id, group, event, null);
    }

    /**
     * A firing of a schedule.
     *
     * @param event the event
     * @return the item, without order
     */
    public static DeliveryItem of(ScheduleEvent event) {
        return new DeliveryItem(event.id(), null, event, null);
    }

    /**
     * A database change.
     *
     * @param id what the platform calls it in a partial answer; the change's own id where it has none
     * @param group what it keeps its order with; null if with nothing
     * @param change the change
     * @return the item
     */
    public static DeliveryItem of(String id, @Nullable String group, ChangeEvent<Document> change) {
        return new DeliveryItem(id, group, change, null);
    }

    /**
     * A message, event or change whose native form is broken. It counts as failed, so it is delivered again and finally dead-lettered.
     *
     * @param id what the platform calls it in a partial answer; empty if that is what is missing
     * @param group what it keeps its order with; null if with nothing
     * @param reason what is wrong with it
     * @return the item
     */
    public static DeliveryItem unreadable(String id, @Nullable String group, AloftException reason) {
        return new DeliveryItem(id, group, null, reason);
    }

    /** What the platform calls it in a partial answer; empty if that is missing. */
    public String id() {
        return id;
    }

    /** What it keeps its order with. */
    public @Nullable String group() {
        return group;
    }

    /** A {@code Message<Body>}, an {@code Event} or another kind of event. */
    Object content() {
        if (unreadable != null) {
            throw unreadable;
        }
        return Objects.requireNonNull(content);
    }

    /** The message with its payload as the type that the function asks for. */
    @SuppressWarnings("unchecked")
    Message<Object> message(Type type) {
        Message<Body> message = (Message<Body>) content();
        Body body = message.body();
        if (type == Body.class) {
            return (Message<Object>) (Message<?>) message;
        }
        if (type == String.class) {
            return message.withPayload(body.text());
        }
        return message.withPayload(type == byte[].class ? body.bytes() : body.as(type));
    }

    /** The change with its documents as the type that the function asks for. */
    @SuppressWarnings("unchecked")
    ChangeEvent<Object> change(Type type) {
        ChangeEvent<Document> change = (ChangeEvent<Document>) content();
        if (type == Document.class) {
            return (ChangeEvent<Object>) (ChangeEvent<?>) change;
        }
        return change.withDocuments(
                typed(change.documentBefore().orElse(null), type),
                typed(change.documentAfter().orElse(null), type));
    }

    private static @Nullable Object typed(@Nullable Document document, Type type) {
        if (document == null) {
            return null;
        }
        JsonWriter json = new JsonWriter(256);
        DocumentJson.write(document, json);
        return PayloadCodec.installed().read(json.toByteArray(), type);
    }
}
