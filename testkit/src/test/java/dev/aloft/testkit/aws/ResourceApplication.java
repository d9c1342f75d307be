package dev.aloft.testkit.aws;

import dev.aloft.Functions;
import dev.aloft.StorageEvent;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions for buckets, schedules and tables that print what they got, for a runtime in a process of its own. */
public final class ResourceApplication implements FunctionIndex {
    private final Functions functions = Functions.builder()
            .storage(
                    "check-upload",
                    "uploads",
                    List.of(StorageEvent.Kind.CREATED, StorageEvent.Kind.DELETED),
                    (event, context) -> handle(event + " of " + event.size()))
            .schedule("clean-up", "30 3 * * *", (event, context) -> handle(event.schedule() + " at " + event.id()))
            .change(
                    "index-order",
                    "orders",
                    OrderApplication.Order.class,
                    (change, context) -> handle(change + " from " + change.before() + " to " + change.after()))
            .build();

    private static void handle(String got) {
        System.out.println("got " + got);
        if (got.contains("unlucky") || got.contains("qty=13")) {
            throw new IllegalStateException("as asked for");
        }
    }

    @Override
    public List<FunctionDefinition> functions() {
        return functions.functions();
    }

    @Override
    public Object handler(String functionName, @Nullable HandlerFactory factory) {
        return functions.handler(functionName, factory);
    }

    @Override
    public Type payloadType(String functionName) {
        return functions.payloadType(functionName);
    }
}
