package dev.aloft.processor;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a function is called.
 *
 * @param kind the handler interface that it implements, or whose signature its method has
 * @param payload what a handler of messages asks for; null for the others
 * @param warnings what the compiler would warn of where the index names the payload, for example {@code deprecation}
 */
record Handling(HandlerKind kind, @Nullable TypeName payload, Set<String> warnings) {
    Handling {
        warnings = Set.copyOf(warnings);
    }
}
