package dev.aloft.spi;

/** What causes a function to run, declared at build time and never guessed from an event's content. */
public sealed interface Binding permits HttpBinding, MessageBinding, EventBinding {
    /** The kind in words for messages, for example {@code HTTP requests}. */
    String expects();
}
