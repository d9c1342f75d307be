package dev.aloft;

import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A registry of functions built by hand instead of by annotations: for tests, for dependency injection, for people who
 * prefer values.
 *
 * <pre>{@code
 * Functions functions = Functions.builder()
 *         .http("place-order", "POST", "/orders", new PlaceOrder(warehouse))
 *         .http("get-order", "GET", "/orders/{id}", (request, context) -> HttpResponse.ok(request.pathParameter("id")))
 *         .build();
 * }</pre>
 *
 * <p>To deploy it, let a public class with a public constructor extend nothing and implement {@link FunctionIndex} by
 * delegating to such a registry, and name that class in the setting {@code ALOFT_INDEX}.
 */
public final class Functions implements FunctionIndex {
    private final List<FunctionDefinition> definitions;
    private final Map<String, Supplier<?>> handlers;

    private Functions(Builder builder) {
        this.definitions = List.copyOf(builder.definitions);
        this.handlers = Map.copyOf(builder.handlers);
    }

    /** Starts an empty registry. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public List<FunctionDefinition> functions() {
        return definitions;
    }

    /** The handler that was registered; a factory is not asked. */
    @Override
    public Object handler(String functionName, @Nullable HandlerFactory factory) {
        Supplier<?> supplier = handlers.get(functionName);
        if (supplier == null) {
            throw new IllegalArgumentException("No function " + functionName + " in " + handlers.keySet());
        }
        return supplier.get();
    }

    /** Collects functions; duplicate names and routes are refused when the application starts. */
    public static final class Builder {
        private final List<FunctionDefinition> definitions = new ArrayList<>();
        private final Map<String, Supplier<?>> handlers = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a function for HTTP requests.
         *
         * @param name the function's name, for example {@code place-order}
         * @param method the method in upper case, for example {@code POST}
         * @param path the route, for example {@code /orders/{id}}
         * @param handler what answers
         * @return this builder
         * @throws AloftException with a code from ALOFT-001 to ALOFT-019 if name, method or route is not valid
         */
        public Builder http(String name, String method, String path, HttpHandler handler) {
            return http(name, List.of(method), path, () -> handler);
        }

        /**
         * Adds a function for HTTP requests of several methods, whose handler is made on first use.
         *
         * @param name the function's name, for example {@code orders}
         * @param methods the methods in upper case, at least one
         * @param path the route, for example {@code /orders/{id}}
         * @param handler makes what answers
         * @return this builder
         * @throws AloftException with a code from ALOFT-001 to ALOFT-019 if name, method or route is not valid
         */
        public Builder http(String name, List<String> methods, String path, Supplier<? extends HttpHandler> handler) {
            definitions.add(FunctionDefinition.http(name, path, methods.toArray(new String[0])));
            handlers.put(name, handler);
            return this;
        }

        /** The registry. */
        public Functions build() {
            return new Functions(this);
        }
    }
}
