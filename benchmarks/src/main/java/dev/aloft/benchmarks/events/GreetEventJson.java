package dev.aloft.benchmarks.events;

import dev.aloft.Context;
import dev.aloft.Event;
import dev.aloft.EventHandler;

/** The data bound to a record by the Jackson codec. */
public final class GreetEventJson implements EventHandler {
    @Override
    public void handle(Event event, Context context) {
        if (!event.data().as(Person.class).name().equals("Ada")) {
            throw new IllegalArgumentException("not Ada");
        }
    }
}
