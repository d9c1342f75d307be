package dev.aloft.spi;

import java.util.List;

/**
 * Events of some types from one source.
 *
 * @param types the types taken; empty for every type
 * @param source the source taken; empty for every source
 */
public record EventBinding(List<String> types, String source) implements Binding {
    /** What such a function takes. */
    public static final String EVENTS = "events";

    /** Copies the types. */
    public EventBinding {
        types = List.copyOf(types);
    }

    /**
     * Whether an event is one of those taken.
     *
     * @param type the event's type
     * @param eventSource the event's source
     * @return true if both fit
     */
    public boolean takes(String type, String eventSource) {
        return (types.isEmpty() || types.contains(type)) && (source.isEmpty() || source.equals(eventSource));
    }

    @Override
    public boolean takes(String contents) {
        return contents.equals(EVENTS);
    }

    @Override
    public String expects() {
        return (types.isEmpty() ? "events of every type" : "events of the types " + types)
                + (source.isEmpty() ? "" : " from " + source);
    }
}
