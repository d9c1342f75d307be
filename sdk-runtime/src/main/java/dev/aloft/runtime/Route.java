package dev.aloft.runtime;

import dev.aloft.spi.HttpBinding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An HTTP function with its route. */
final class Route {
    private final FunctionHandle function;
    private final HttpBinding binding;

    Route(FunctionHandle function, HttpBinding binding) {
        this.function = function;
        this.binding = binding;
    }

    FunctionHandle function() {
        return function;
    }

    HttpBinding binding() {
        return binding;
    }

    /** A function for GET also answers HEAD (RFC 9110 §9.3.2). */
    boolean answers(String method) {
        return binding.methods().contains(method)
                || method.equals("HEAD") && binding.methods().contains("GET");
    }

    /** The more specific path wins; on the same path, a function for HEAD itself before one for GET. */
    boolean isPreferredTo(Route other, String method) {
        if (binding.route().matchesSamePathsAs(other.binding.route())) {
            return binding.methods().contains(method);
        }
        return binding.route().isMoreSpecificThan(other.binding.route());
    }

    Map<String, String> parameters(List<String> values) {
        List<String> names = binding.route().parameters();
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            parameters.put(names.get(i), values.get(i));
        }
        return parameters;
    }
}
