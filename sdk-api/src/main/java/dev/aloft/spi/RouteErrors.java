package dev.aloft.spi;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;

/** What can be wrong with a route; the annotation processor reports the same texts at the annotation. */
final class RouteErrors {
    private RouteErrors() {}

    static AloftException noSlash(String route) {
        return error(
                "ALOFT-010", "Route \"" + route + "\" does not begin with a slash. Write for example /orders/{id}.");
    }

    static AloftException parameterTwice(String route, String name) {
        return error("ALOFT-011", "Route " + route + " names the parameter " + name + " twice. Rename one of them.");
    }

    static AloftException emptySegment(String route) {
        return error(
                "ALOFT-012",
                "Route " + route
                        + " has an empty segment, or one that is \".\" or \"..\". Platforms refuse or rewrite such"
                        + " paths; take the segment out.");
    }

    static AloftException badParameter(String route, String segment) {
        return error(
                "ALOFT-013",
                "Route " + route + " has the segment " + segment
                        + ", which is no valid parameter. A parameter is a whole"
                        + " segment: {name} with letters, digits and underscores, beginning with a letter, or {name...} for"
                        + " all the rest.");
    }

    static AloftException restNotLast(String route, String segment) {
        return error(
                "ALOFT-014",
                "Route " + route + " goes on after " + segment + ". A {name...} takes all the rest, so it is last.");
    }

    static AloftException badLiteral(String route, char character) {
        return error(
                "ALOFT-015",
                "Route " + route + " has the character '" + character
                        + "' in literal text. Allowed: every visible character"
                        + " except % ? # * \\ { }; write text decoded, for example /caf\u00e9.");
    }

    static AloftException noMethod(String route) {
        return error("ALOFT-016", "Route " + route + " has no method. Allowed: " + HttpBinding.METHODS + ".");
    }

    static AloftException unknownMethod(String route, String method) {
        return error(
                "ALOFT-017",
                "Route " + route + " has the method \"" + method + "\". Allowed: " + HttpBinding.METHODS
                        + ", in upper case.");
    }

    private static AloftException error(String code, String message) {
        return new AloftException(Kind.CONFIGURATION, code, message);
    }
}
