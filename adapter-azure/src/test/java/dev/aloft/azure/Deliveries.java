package dev.aloft.azure;

import dev.aloft.Body;
import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.Rejected;
import dev.aloft.RetryLater;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the test application's functions were handed; a content of one word has them do what it says. */
final class Deliveries {
    static final List<Message<Body>> MESSAGES = Collections.synchronizedList(new ArrayList<>());
    static final List<Event> EVENTS = Collections.synchronizedList(new ArrayList<>());

    static final List<StorageEvent> OBJECTS = Collections.synchronizedList(new ArrayList<>());
    static final List<ScheduleEvent> FIRINGS = Collections.synchronizedList(new ArrayList<>());
    static final List<ChangeEvent<Document>> CHANGES = Collections.synchronizedList(new ArrayList<>());

    private Deliveries() {}

    static void clear() {
        MESSAGES.clear();
        EVENTS.clear();
        OBJECTS.clear();
        FIRINGS.clear();
        CHANGES.clear();
    }

    static void handle(Message<Body> message) {
        MESSAGES.add(message);
        obey(new String(message.payload().bytes(), StandardCharsets.ISO_8859_1));
    }

    static void handle(Event event) {
        EVENTS.add(event);
        obey(new String(event.data().bytes(), StandardCharsets.ISO_8859_1));
    }

    static void handle(StorageEvent event) {
        OBJECTS.add(event);
        obey(event.key());
    }

    /** A timer says nothing that a test could choose but in a property that Azure does not have. */
    static void handle(ScheduleEvent event) {
        FIRINGS.add(event);
        String raw = new String(event.raw().orElseThrow(), StandardCharsets.UTF_8);
        int word = raw.indexOf("\"word\":\"") + 8;
        obey(word < 8 ? "" : raw.substring(word, raw.indexOf('"', word)));
    }

    static void handle(ChangeEvent<Document> change) {
        CHANGES.add(change);
        obey(change.after().flatMap(document -> document.text("word")).orElse(""));
    }

    private static void obey(String word) {
        switch (word) {
            case "fail" -> throw new IllegalStateException("asked to fail");
            case "error" -> throw new StackOverflowError("asked for an error");
            case "reject", "\"reject\"" -> throw new Rejected("asked to reject");
            case "later" -> throw new RetryLater(Duration.ofMinutes(1), "asked for later");
            default -> {
                // It is done.
            }
        }
    }

    static Message<Body> only() {
        if (MESSAGES.size() != 1) {
            throw new AssertionError("messages: " + MESSAGES);
        }
        return MESSAGES.get(0);
    }
}
