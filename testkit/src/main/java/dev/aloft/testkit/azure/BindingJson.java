package dev.aloft.testkit.azure;

import java.util.List;

/**
 * One entry of {@code bindings} in a function.json.
 *
 * @param name the binding's name, for example {@code request} or {@code $return}
 * @param type for example {@code httpTrigger}
 * @param direction {@code in}, {@code out} or {@code inout}
 * @param route the route of an httpTrigger; empty without one
 * @param methods the methods of an httpTrigger; empty if all are allowed
 * @param authLevel the key that an httpTrigger demands, {@code function} unless written
 * @param dataType {@code binary}, {@code string}, {@code stream} or empty
 * @param cardinality {@code one}, {@code many} or empty
 */
record BindingJson(
        String name,
        String type,
        String direction,
        String route,
        List<String> methods,
        String authLevel,
        String dataType,
        String cardinality) {
    BindingJson {
        methods = List.copyOf(methods);
    }

    boolean isTrigger() {
        return type.toLowerCase(java.util.Locale.ROOT).endsWith("trigger");
    }

    boolean isHttpTrigger() {
        return type.equalsIgnoreCase("httpTrigger");
    }

    boolean isBinary() {
        return dataType.equalsIgnoreCase("binary");
    }

    boolean isMany() {
        return cardinality.equalsIgnoreCase("many");
    }

    boolean isOutput() {
        return direction.equalsIgnoreCase("out") || direction.equalsIgnoreCase("inout");
    }
}
