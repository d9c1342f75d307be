package dev.aloft.spi;

import java.util.List;

/**
 * HTTP requests of some methods to one route.
 *
 * @param methods upper-case methods, at least one, for example {@code [POST]}
 * @param route the route, for example {@code /orders/{id}}
 */
public record HttpBinding(List<String> methods, RoutePattern route) implements Binding {
    static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    /** Copies the methods. */
    public HttpBinding {
        methods = List.copyOf(methods);
        if (methods.isEmpty()) {
            throw RouteErrors.noMethod(route.text());
        }
        for (String method : methods) {
            if (!METHODS.contains(method)) {
                throw RouteErrors.unknownMethod(route.text(), method);
            }
        }
    }

    @Override
    public boolean takes(String contents) {
        return false;
    }

    @Override
    public String expects() {
        return "HTTP requests";
    }
}
