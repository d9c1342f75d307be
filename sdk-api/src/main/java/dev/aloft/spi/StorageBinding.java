package dev.aloft.spi;

import dev.aloft.AloftException;
import dev.aloft.StorageEvent.Kind;
import java.util.List;
import java.util.Locale;

/**
 * What happens to the objects of one bucket or container.
 *
 * @param source its logical name, for example {@code uploads}
 * @param kinds what the function wants to hear of, at least one
 */
public record StorageBinding(String source, List<Kind> kinds) implements SourceBinding {
    /** What such a function takes, where it is not told yet what happened. */
    public static final String EVENTS = "storage events";

    /** Checks the name and the kinds, and copies them. */
    public StorageBinding {
        SourceNames.require(source);
        kinds = List.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new AloftException(
                    AloftException.Kind.CONFIGURATION,
                    "ALOFT-066",
                    "The storage function of " + source
                            + " wants to hear of no kind of event, so it would never run. Name at least one of "
                            + List.of(Kind.values()) + ".");
        }
    }

    /**
     * What a function takes that wants to hear of a kind: {@code storage events (deleted)}.
     *
     * @param kind what happened
     * @return the kind in words
     */
    public static String events(Kind kind) {
        return EVENTS + " (" + described(kind) + ")";
    }

    @Override
    public boolean takes(String contents) {
        for (Kind kind : kinds) {
            if (contents.equals(EVENTS) || contents.equals(events(kind))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String expects() {
        StringBuilder text = new StringBuilder();
        for (Kind kind : kinds) {
            text.append(text.isEmpty() ? "" : ", ").append(described(kind));
        }
        return EVENTS + " (" + text + ") of " + source;
    }

    /** A kind in words for messages, for example {@code metadata updated}. */
    private static String described(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
