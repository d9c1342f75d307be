package dev.aloft.spi;

import dev.aloft.StorageEvent;
import java.util.List;

/**
 * One function: its name and what causes it to run.
 *
 * @param name the function's name, for example {@code place-order}
 * @param binding what causes it to run
 */
public record FunctionDefinition(String name, Binding binding) {
    /** Checks the name. */
    public FunctionDefinition {
        FunctionNames.require(name);
    }

    /**
     * A function that answers HTTP requests, for example {@code FunctionDefinition.http("place-order", "/orders", "POST")}.
     *
     * @param name the function's name
     * @param route the route, for example {@code /orders/{id}}
     * @param methods upper-case methods, at least one
     * @return the definition
     * @throws dev.aloft.AloftException with a code from ALOFT-001 to ALOFT-019 if the name or the route is not valid
     */
    public static FunctionDefinition http(String name, String route, String... methods) {
        return new FunctionDefinition(name, new HttpBinding(List.of(methods), RoutePattern.parse(route)));
    }

    /**
     * A function that handles messages, for example {@code FunctionDefinition.message("ship-order", MessageBinding.Kind.QUEUE,
     * "orders")}.
     *
     * @param name the function's name
     * @param kind queue, topic or stream
     * @param source its logical name
     * @return the definition
     * @throws dev.aloft.AloftException with code ALOFT-001, ALOFT-002 or ALOFT-040 if a name is not valid
     */
    public static FunctionDefinition message(String name, MessageBinding.Kind kind, String source) {
        return new FunctionDefinition(name, new MessageBinding(kind, source));
    }

    /**
     * A function that handles events, for example {@code FunctionDefinition.event("count-orders", "", "com.acme.order.placed")}.
     *
     * @param name the function's name
     * @param source the source taken; empty for every source
     * @param types the types taken; none for every type
     * @return the definition
     * @throws dev.aloft.AloftException with code ALOFT-001 or ALOFT-002 if the name is not valid
     */
    public static FunctionDefinition event(String name, String source, String... types) {
        return new FunctionDefinition(name, new EventBinding(List.of(types), source));
    }

    /**
     * A function that handles what happens to objects, for example {@code FunctionDefinition.storage("make-thumbnail", "uploads",
     * StorageEvent.Kind.CREATED)}.
     *
     * @param name the function's name
     * @param source the bucket's or container's logical name
     * @param kinds what the function wants to hear of, at least one
     * @return the definition
     * @throws dev.aloft.AloftException with code ALOFT-001, ALOFT-002 or ALOFT-040 if a name is not valid, ALOFT-066 without a kind
     */
    public static FunctionDefinition storage(String name, String source, StorageEvent.Kind... kinds) {
        return new FunctionDefinition(name, new StorageBinding(source, List.of(kinds)));
    }

    /**
     * A function that runs by the clock, for example {@code FunctionDefinition.schedule("clean-up", "30 3 * * *", "UTC")}.
     *
     * @param name the function's name, which is the schedule's, too
     * @param cron five fields, see {@link Cron}
     * @param zone an IANA time zone
     * @return the definition
     * @throws dev.aloft.AloftException with code ALOFT-001 or ALOFT-002 if the name is not valid
     */
    public static FunctionDefinition schedule(String name, String cron, String zone) {
        return new FunctionDefinition(name, new ScheduleBinding(cron, zone));
    }

    /**
     * A function that handles database changes, for example {@code FunctionDefinition.change("index-product", "products")}.
     *
     * @param name the function's name
     * @param source the table's or collection's logical name
     * @return the definition
     * @throws dev.aloft.AloftException with code ALOFT-001, ALOFT-002 or ALOFT-040 if a name is not valid
     */
    public static FunctionDefinition change(String name, String source) {
        return new FunctionDefinition(name, new ChangeBinding(source));
    }
}
