package dev.aloft.local.engine;

import java.util.Locale;

/** What a message or event comes from; a profile has rules for each kind, by its name in small letters. */
public enum SourceKind {
    /** A queue without order. */
    QUEUE,
    /** A queue that keeps the order of the messages of one key. */
    FIFO,
    /** A topic, of which each function gets a copy. */
    TOPIC,
    /** A stream of shards, of which each keeps its order. */
    STREAM,
    /** The events of a bucket. */
    STORAGE,
    /** The firings of a schedule. */
    SCHEDULE,
    /** The changes of a database's documents. */
    CHANGES,
    /** Any other event. */
    EVENTS,
    /** Requests to the functions for HTTP: nothing waits, and nothing comes again. */
    HTTP;

    /** As profiles and timelines have it, for example {@code queue}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
