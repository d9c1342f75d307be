package dev.aloft.spi;

/** What causes a function to run, declared at build time and never guessed from an event's content. */
public sealed interface Binding permits HttpBinding, EventBinding, ScheduleBinding, SourceBinding {
    /** The kind in words for messages, for example {@code queue messages of orders}. */
    String expects();

    /**
     * Whether a function that is bound so can take what a platform hands over.
     *
     * @param contents what that is, for example {@code queue messages}
     * @return true if it can
     */
    boolean takes(String contents);
}
