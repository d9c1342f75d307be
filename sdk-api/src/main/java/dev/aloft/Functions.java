package dev.aloft;

import dev.aloft.spi.EventBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.MessageBinding.Kind;
import dev.aloft.spi.StorageBinding;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
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
 *         .queue("ship-order", "orders", Order.class, (message, context) -> warehouse.ship(message.payload()))
 *         .build();
 * }</pre>
 *
 * <p>To deploy it, let a public class with a public constructor extend nothing and implement {@link FunctionIndex} by
 * delegating to such a registry, and name that class in the setting {@code ALOFT_INDEX}.
 */
public final class Functions implements FunctionIndex {
    private final List<FunctionDefinition> definitions;
    private final Map<String, Supplier<?>> handlers;
    private final Map<String, Type> payloads;

    private Functions(Builder builder) {
        this.definitions = List.copyOf(builder.definitions);
        this.handlers = Map.copyOf(builder.handlers);
        this.payloads = Map.copyOf(builder.payloads);
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

    @Override
    public Type payloadType(String functionName) {
        Type payload = payloads.get(functionName);
        return payload == null ? FunctionIndex.super.payloadType(functionName) : payload;
    }

    /** Collects functions; duplicate names and routes are refused when the application starts. */
    public static final class Builder {
        private final List<FunctionDefinition> definitions = new ArrayList<>();
        private final Map<String, Supplier<?>> handlers = new LinkedHashMap<>();
        private final Map<String, Type> payloads = new HashMap<>();

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
            return addMade(FunctionDefinition.http(name, path, method), handler);
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
            return add(FunctionDefinition.http(name, path, methods.toArray(new String[0])), handler);
        }

        /**
         * Adds a function for the messages of a queue, one by one.
         *
         * @param name the function's name, for example {@code ship-order}
         * @param source the queue's logical name, for example {@code orders}
         * @param payload what the function asks for: a class that the codec reads, {@code String}, {@code byte[]} or {@link Body}
         * @param handler what handles them
         * @param <T> the payload
         * @return this builder
         * @throws AloftException with code ALOFT-001, ALOFT-002 or ALOFT-040 if a name is not valid
         */
        public <T> Builder queue(String name, String source, Class<T> payload, MessageHandler<T> handler) {
            return message(FunctionDefinition.message(name, Kind.QUEUE, source), payload, handler);
        }

        /**
         * Adds a function for the messages of a topic, one by one.
         *
         * @param name the function's name, for example {@code ship-order}
         * @param source the topic's logical name, for example {@code orders}
         * @param payload what the function asks for: a class that the codec reads, {@code String}, {@code byte[]} or {@link Body}
         * @param handler what handles them
         * @param <T> the payload
         * @return this builder
         * @throws AloftException with code ALOFT-001, ALOFT-002 or ALOFT-040 if a name is not valid
         */
        public <T> Builder topic(String name, String source, Class<T> payload, MessageHandler<T> handler) {
            return message(FunctionDefinition.message(name, Kind.TOPIC, source), payload, handler);
        }

        /**
         * Adds a function for the messages of a stream, one by one.
         *
         * @param name the function's name, for example {@code ship-order}
         * @param source the stream's logical name, for example {@code clicks}
         * @param payload what the function asks for: a class that the codec reads, {@code String}, {@code byte[]} or {@link Body}
         * @param handler what handles them
         * @param <T> the payload
         * @return this builder
         * @throws AloftException with code ALOFT-001, ALOFT-002 or ALOFT-040 if a name is not valid
         */
        public <T> Builder stream(String name, String source, Class<T> payload, MessageHandler<T> handler) {
            return message(FunctionDefinition.message(name, Kind.STREAM, source), payload, handler);
        }

        /**
         * Adds a function for messages as they come together.
         *
         * @param name the function's name, for example {@code index-clicks}
         * @param source where they come from, for example {@code new MessageBinding(Kind.STREAM, "clicks")}
         * @param payload what the function asks for: a class that the codec reads, {@code String}, {@code byte[]} or {@link Body}
         * @param handler what handles them
         * @param <T> the payload
         * @return this builder
         * @throws AloftException with code ALOFT-001 or ALOFT-002 if the name is not valid
         */
        public <T> Builder batch(String name, MessageBinding source, Class<T> payload, BatchHandler<T> handler) {
            return message(new FunctionDefinition(name, source), payload, handler);
        }

        private Builder message(FunctionDefinition definition, Type payload, Object handler) {
            payloads.put(definition.name(), payload);
            return addMade(definition, handler);
        }

        /**
         * Adds a function for events.
         *
         * @param name the function's name, for example {@code count-orders}
         * @param types the types taken, for example {@code [com.acme.order.placed]}; empty for every type
         * @param handler what handles them
         * @return this builder
         * @throws AloftException with code ALOFT-001 or ALOFT-002 if the name is not valid
         */
        public Builder event(String name, List<String> types, EventHandler handler) {
            return addMade(new FunctionDefinition(name, new EventBinding(types, "")), handler);
        }

        private Builder addMade(FunctionDefinition definition, Object handler) {
            return add(definition, () -> handler);
        }

        /**
         * Adds a function for what happens to the objects of a bucket or container.
         *
         * @param name the function's name, for example {@code make-thumbnail}
         * @param source the bucket's or container's logical name, for example {@code uploads}
         * @param kinds what the function wants to hear of, at least one
         * @param handler what handles the events
         * @return this builder
         * @throws AloftException with code ALOFT-001, ALOFT-002 or ALOFT-040 if a name is not valid, ALOFT-066 without a kind
         */
        public Builder storage(String name, String source, List<StorageEvent.Kind> kinds, StorageHandler handler) {
            return add(new FunctionDefinition(name, new StorageBinding(source, kinds)), () -> handler);
        }

        /**
         * Adds a function that runs by the clock, in UTC.
         *
         * @param name the function's name, for example {@code clean-up}
         * @param cron when it runs, for example {@code 30 3 * * *}; see {@link ScheduleTrigger#cron}
         * @param handler what handles the firings
         * @return this builder
         * @throws AloftException with code ALOFT-001 or ALOFT-002 if the name is not valid
         */
        public Builder schedule(String name, String cron, ScheduleHandler handler) {
            return add(FunctionDefinition.schedule(name, cron, "UTC"), () -> handler);
        }

        /**
         * Adds a function for the changes of a database's table or collection.
         *
         * @param name the function's name, for example {@code index-product}
         * @param source the table's or collection's logical name, for example {@code products}
         * @param document what documents are read as: a class that the codec reads, or {@link Document}
         * @param handler what handles the changes
         * @param <T> the document
         * @return this builder
         * @throws AloftException with code ALOFT-001, ALOFT-002 or ALOFT-040 if a name is not valid
         */
        public <T> Builder change(String name, String source, Class<T> document, ChangeHandler<T> handler) {
            return message(FunctionDefinition.change(name, source), document, handler);
        }

        private Builder add(FunctionDefinition definition, Supplier<?> handler) {
            definitions.add(definition);
            handlers.put(definition.name(), handler);
            return this;
        }

        /** The registry. */
        public Functions build() {
            return new Functions(this);
        }
    }
}
