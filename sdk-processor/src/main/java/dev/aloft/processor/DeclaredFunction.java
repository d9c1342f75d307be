package dev.aloft.processor;

import dev.aloft.spi.Binding;
import dev.aloft.spi.HttpBinding;
import dev.aloft.spi.SourceBinding;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function as the source declares it, checked by itself but not yet against others.
 *
 * @param name the function's name
 * @param binding what causes it to run
 * @param target what runs
 * @param origin where errors are shown
 */
record DeclaredFunction(String name, Binding binding, Target target, Origin origin) {
    /**
     * What runs.
     *
     * @param type the class that is created
     * @param method the annotated method; null if the class itself is the handler
     * @param handling how it is called, and of what the compiler would warn where the index names it
     */
    record Target(HandlerClass type, @Nullable String method, Handling handling) {}

    /**
     * Where errors are shown.
     *
     * @param name at {@code @FunctionName} or, without one, at the trigger
     * @param binding at the trigger's path, source or types
     */
    record Origin(Place name, Place binding) {}

    /** For example {@code shop.Orders.getOrder}. */
    String location() {
        return target.method() == null ? target.type().name() : target.type().name() + "." + target.method();
    }

    /** For example {@code get-order (shop.Orders.getOrder, /orders/{id})}. */
    String described() {
        String what = http().map(http -> http.route().text()).orElseGet(binding::expects);
        return name + " (" + location() + ", " + what + ")";
    }

    Optional<HttpBinding> http() {
        return binding instanceof HttpBinding http ? Optional.of(http) : Optional.empty();
    }

    Optional<SourceBinding> source() {
        return binding instanceof SourceBinding source ? Optional.of(source) : Optional.empty();
    }
}
