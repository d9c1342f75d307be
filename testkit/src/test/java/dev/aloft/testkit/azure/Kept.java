package dev.aloft.testkit.azure;

import com.microsoft.azure.functions.ExecutionContext;
import dev.aloft.Context;
import java.util.ArrayList;
import java.util.List;

/** What the functions of {@link ResourcePackage} got. They also log it, for packages whose classes are not the test's. */
public final class Kept {
    static final List<Object> EVENTS = new ArrayList<>();

    private Kept() {}

    /** Called by the functions; fails if the event has the word in it. */
    public static void keep(Object event, Context context) {
        EVENTS.add(event);
        context.nativeContext(ExecutionContext.class)
                .orElseThrow()
                .getLogger()
                .info(event + " attempt " + context.attempt());
        if (event.toString().contains("unlucky")) {
            throw new IllegalStateException("as asked for");
        }
    }
}
