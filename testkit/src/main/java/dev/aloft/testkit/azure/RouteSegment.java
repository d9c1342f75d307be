package dev.aloft.testkit.azure;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * One segment of a route template.
 *
 * @param kind literal or which sort of parameter
 * @param text the literal's text or the parameter's name
 * @param constraint the constraint's name, empty without one
 */
record RouteSegment(Kind kind, String text, String constraint) {
    enum Kind {
        LITERAL,
        PARAMETER,
        OPTIONAL,
        CATCH_ALL
    }

    private static final Map<String, Pattern> CONSTRAINTS = Map.of(
            "int", Pattern.compile("-?\\d{1,10}"),
            "long", Pattern.compile("-?\\d{1,19}"),
            "alpha", Pattern.compile("[A-Za-z]*"),
            "bool", Pattern.compile("(?i)true|false"),
            "guid", Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"));

    private static final Pattern PARAMETER =
            Pattern.compile("\\{(?<stars>\\*{0,2})(?<name>[^{}/*?:=]+)(:(?<constraint>[a-z]+))?(?<optional>\\??)}");

    static RouteSegment parse(String template, String segment) {
        if (!segment.contains("{") && !segment.contains("}")) {
            if (segment.contains("?")) {
                throw RouteTemplate.invalid(template, "a literal has a question mark");
            }
            return new RouteSegment(Kind.LITERAL, segment, "");
        }
        var parameter = PARAMETER.matcher(segment);
        if (!parameter.matches()) {
            throw RouteTemplate.invalid(template, "the segment " + segment + " is malformed, or not reproduced here");
        }
        String constraint = parameter.group("constraint") == null ? "" : parameter.group("constraint");
        if (!constraint.isEmpty() && !CONSTRAINTS.containsKey(constraint)) {
            throw RouteTemplate.invalid(template, "the constraint " + constraint + " is not reproduced here");
        }
        Kind single = parameter.group("optional").isEmpty() ? Kind.PARAMETER : Kind.OPTIONAL;
        Kind kind = parameter.group("stars").isEmpty() ? single : Kind.CATCH_ALL;
        return new RouteSegment(kind, parameter.group("name"), constraint);
    }

    boolean isParameter() {
        return kind != Kind.LITERAL;
    }

    boolean mayBeAbsent() {
        return kind == Kind.OPTIONAL || kind == Kind.CATCH_ALL;
    }

    boolean accepts(String part) {
        if (kind == Kind.LITERAL) {
            return part.equalsIgnoreCase(text);
        }
        Pattern pattern = CONSTRAINTS.get(constraint);
        return pattern == null || pattern.matcher(part).matches();
    }
}
