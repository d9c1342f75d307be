package dev.aloft.spi;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The path of an HTTP function: literal segments, parameters {@code {id}} and, as the last segment, all the rest
 * {@code {path...}}.
 *
 * <p>{@code RoutePattern.parse("/orders/{id}").match(List.of("orders", "42"))} gives {@code [42]}. Of several patterns that
 * match, the most specific one wins: segment by segment from the left, a literal before a parameter before the rest.
 */
public final class RoutePattern {
    private static final int LITERAL = 0;
    private static final int PARAMETER = 1;
    private static final int REST = 2;

    private final String text;
    private final List<String> segments;
    private final int[] kinds;
    private final List<String> parameters;

    private RoutePattern(String text, List<String> segments, int[] kinds, List<String> parameters) {
        this.text = text;
        this.segments = segments;
        this.kinds = kinds;
        this.parameters = parameters;
    }

    /**
     * Reads a route.
     *
     * @param route for example {@code /orders/{id}}; {@code /} is the root
     * @return the pattern
     * @throws dev.aloft.AloftException with a code from ALOFT-010 to ALOFT-015 if the route is not valid
     */
    public static RoutePattern parse(String route) {
        if (route.isEmpty() || route.charAt(0) != '/') {
            throw RouteErrors.noSlash(route);
        }
        List<String> segments = split(route);
        int[] kinds = new int[segments.size()];
        List<String> parameters = new ArrayList<>(4);
        for (int i = 0; i < kinds.length; i++) {
            String segment = segments.get(i);
            kinds[i] = kind(route, segment);
            if (kinds[i] == REST && i < kinds.length - 1) {
                throw RouteErrors.restNotLast(route, segment);
            }
            if (kinds[i] != LITERAL) {
                String name = segment.substring(1, segment.length() - (kinds[i] == REST ? 4 : 1));
                if (parameters.contains(name)) {
                    throw RouteErrors.parameterTwice(route, name);
                }
                parameters.add(name);
            }
        }
        return new RoutePattern(route, segments, kinds, parameters);
    }

    private static List<String> split(String route) {
        List<String> segments = new ArrayList<>(4);
        int start = 1;
        while (start < route.length()) {
            int end = route.indexOf('/', start);
            boolean trailing = end == route.length() - 1;
            String segment = route.substring(start, end < 0 ? route.length() : end);
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..") || trailing) {
                throw RouteErrors.emptySegment(route);
            }
            segments.add(segment);
            start = end < 0 ? route.length() : end + 1;
        }
        return segments;
    }

    private static int kind(String route, String segment) {
        if (segment.indexOf('{') < 0 && segment.indexOf('}') < 0) {
            requireLiteral(route, segment);
            return LITERAL;
        }
        boolean rest = segment.endsWith("...}");
        int end = segment.length() - (rest ? 4 : 1);
        if (segment.charAt(0) != '{' || segment.charAt(segment.length() - 1) != '}' || !isName(segment, 1, end)) {
            throw RouteErrors.badParameter(route, segment);
        }
        return rest ? REST : PARAMETER;
    }

    private static void requireLiteral(String route, String segment) {
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c <= ' ' || c == 127 || "%?#*\\".indexOf(c) >= 0) {
                throw RouteErrors.badLiteral(route, c);
            }
        }
    }

    private static boolean isName(String segment, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = segment.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean later = c >= '0' && c <= '9' || c == '_';
            if (!letter && (i == start || !later)) {
                return false;
            }
        }
        return end > start;
    }

    /** The route as it was written, for example {@code /orders/{id}}. */
    public String text() {
        return text;
    }

    /** The names of the parameters from left to right, for example {@code [id]}. */
    public List<String> parameters() {
        return parameters;
    }

    /**
     * Matches a path that was split at its slashes and decoded segment by segment.
     *
     * @param path the segments, for example {@code [orders, 42]}; empty for {@code /}
     * @return the values of {@link #parameters()}, in their order; null if the pattern does not match. A value is never
     *     empty; the rest is joined with slashes.
     */
    public @Nullable List<String> match(List<String> path) {
        boolean rest = kinds.length > 0 && kinds[kinds.length - 1] == REST;
        if (rest ? path.size() < kinds.length : path.size() != kinds.length) {
            return null;
        }
        List<String> values = parameters.isEmpty() ? List.of() : new ArrayList<>(parameters.size());
        for (int i = 0; i < kinds.length; i++) {
            String segment = path.get(i);
            if (kinds[i] == LITERAL ? !segments.get(i).equals(segment) : segment.isEmpty()) {
                return null;
            }
            if (kinds[i] == PARAMETER) {
                values.add(segment);
            }
        }
        if (rest) {
            values.add(joined(path, kinds.length - 1));
        }
        return values;
    }

    private static String joined(List<String> path, int from) {
        StringBuilder rest = new StringBuilder(path.get(from));
        for (int i = from + 1; i < path.size(); i++) {
            rest.append('/').append(path.get(i));
        }
        return rest.toString();
    }

    /**
     * Whether this pattern is to be preferred where both match: {@code /orders/latest} is more specific than
     * {@code /orders/{id}}.
     *
     * @param other another pattern
     * @return true if this one wins
     */
    public boolean isMoreSpecificThan(RoutePattern other) {
        int common = Math.min(kinds.length, other.kinds.length);
        for (int i = 0; i < common; i++) {
            if (kinds[i] != other.kinds[i]) {
                return kinds[i] < other.kinds[i];
            }
        }
        return kinds.length > other.kinds.length;
    }

    /**
     * Whether both patterns match exactly the same paths, whatever their parameters are called: {@code /a/{x}} and
     * {@code /a/{y}}.
     *
     * @param other another pattern
     * @return true if no path tells them apart
     */
    public boolean matchesSamePathsAs(RoutePattern other) {
        if (kinds.length != other.kinds.length) {
            return false;
        }
        for (int i = 0; i < kinds.length; i++) {
            boolean literal = kinds[i] == LITERAL;
            if (kinds[i] != other.kinds[i] || literal && !segments.get(i).equals(other.segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RoutePattern that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
