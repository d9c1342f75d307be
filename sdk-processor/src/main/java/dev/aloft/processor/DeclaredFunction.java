package dev.aloft.processor;

import dev.aloft.spi.HttpBinding;
import org.jspecify.annotations.Nullable;

/**
 * A function as the source declares it, checked by itself but not yet against others.
 *
 * @param name the function's name
 * @param binding the methods and the route
 * @param target what runs
 * @param origin where errors are shown
 */
record DeclaredFunction(String name, HttpBinding binding, Target target, Origin origin) {
    /**
     * What runs.
     *
     * @param type the class that is created
     * @param method the annotated method; null if the class itself is the handler
     * @param deprecated whether naming it causes the compiler's warning
     */
    record Target(HandlerClass type, @Nullable String method, boolean deprecated) {}

    /**
     * Where errors are shown.
     *
     * @param name at {@code @FunctionName} or, without one, at the trigger
     * @param route at the trigger's path
     */
    record Origin(Place name, Place route) {}

    /** For example {@code shop.Orders.getOrder}. */
    String location() {
        return target.method() == null ? target.type().name() : target.type().name() + "." + target.method();
    }

    /** For example {@code get-order (shop.Orders.getOrder, /orders/{id})}. */
    String described() {
        return name + " (" + location() + ", " + binding.route() + ")";
    }

    /** Whether the host of Azure hands requests of this method to the function; GET includes HEAD. */
    boolean answers(String method) {
        return binding.methods().contains(method)
                || method.equals("HEAD") && binding.methods().contains("GET");
    }
}
