package dev.aloft.processor;

import dev.aloft.ChangeTrigger;
import dev.aloft.EventTrigger;
import dev.aloft.HttpTrigger;
import dev.aloft.QueueTrigger;
import dev.aloft.ScheduleTrigger;
import dev.aloft.StorageTrigger;
import dev.aloft.StreamTrigger;
import dev.aloft.TopicTrigger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The trigger annotations, and the handlers that fit them. */
enum Trigger {
    HTTP(HttpTrigger.class, "path"),
    QUEUE(QueueTrigger.class, "value"),
    TOPIC(TopicTrigger.class, "value"),
    STREAM(StreamTrigger.class, "value"),
    EVENT(EventTrigger.class, "type"),
    STORAGE(StorageTrigger.class, "value"),
    SCHEDULE(ScheduleTrigger.class, "cron"),
    CHANGE(ChangeTrigger.class, "value");

    private final Class<?> annotation;
    private final String member;

    Trigger(Class<?> annotation, String member) {
        this.annotation = annotation;
        this.member = member;
    }

    Class<?> annotation() {
        return annotation;
    }

    /** The member that tells what causes the function to run. */
    String member() {
        return member;
    }

    List<HandlerKind> handlers() {
        return switch (this) {
            case HTTP -> List.of(HandlerKind.HTTP);
            case QUEUE, TOPIC, STREAM -> List.of(HandlerKind.MESSAGE, HandlerKind.BATCH);
            case EVENT -> List.of(HandlerKind.EVENT);
            case STORAGE -> List.of(HandlerKind.STORAGE);
            case SCHEDULE -> List.of(HandlerKind.SCHEDULE);
            case CHANGE -> List.of(HandlerKind.CHANGE);
        };
    }

    /** The triggers that a handler goes with, in words. */
    static String fitting(HandlerKind handler) {
        return Arrays.stream(values())
                .filter(trigger -> trigger.handlers().contains(handler))
                .map(Trigger::toString)
                .collect(Collectors.joining(", "));
    }

    /** For example {@code @HttpTrigger}. */
    @Override
    public String toString() {
        return "@" + annotation.getSimpleName();
    }
}
