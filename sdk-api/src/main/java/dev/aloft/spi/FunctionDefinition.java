package dev.aloft.spi;

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
}
