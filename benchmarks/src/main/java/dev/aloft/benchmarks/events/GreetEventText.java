package dev.aloft.benchmarks.events;

import dev.aloft.Context;
import dev.aloft.Event;
import dev.aloft.EventHandler;

/** The data read as text, by hand. */
public final class GreetEventText implements EventHandler {
    @Override
    public void handle(Event event, Context context) {
        String data = event.data().text();
        int start = data.indexOf('"', data.indexOf(':')) + 1;
        if (!data.substring(start, data.indexOf('"', start)).equals("Ada")) {
            throw new IllegalArgumentException("not Ada");
        }
    }
}
