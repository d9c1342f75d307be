package dev.aloft.testkit.azure;

import java.util.Map;
import java.util.Optional;

/** A function with its route. */
record HttpRoute(FunctionJson function, RouteTemplate template) {

    boolean allows(String method) {
        return function.trigger().methods().isEmpty()
                || function.trigger().methods().stream().anyMatch(method::equalsIgnoreCase);
    }

    Optional<Map<String, String>> match(String method, String path) {
        return allows(method) ? template.match(path) : Optional.empty();
    }
}
