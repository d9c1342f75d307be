package dev.aloft.testkit.azure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A route template of ASP.NET Core as the host's router matches it: literals compare without case, a trailing slash of the path
 * is ignored, an empty segment matches nothing, and a catch-all takes everything from its place on, also nothing.
 *
 * <p>Reproduced: literals, {@code {name}}, {@code {name?}}, {@code {*name}}, {@code {**name}} and the constraints in {@link
 * RouteSegment}. Defaults ({@code {name=x}}), segments of several parts ({@code {a}.{b}}) and other constraints are refused.
 *
 * @see <a href="https://github.com/dotnet/aspnetcore/blob/main/src/Http/Routing/src/Patterns/RoutePatternMatcher.cs">
 *     RoutePatternMatcher</a>
 */
final class RouteTemplate {
    private final String text;
    private final List<RouteSegment> segments;

    private RouteTemplate(String text, List<RouteSegment> segments) {
        this.text = text;
        this.segments = segments;
    }

    /** Reads prefix and route; a route that ASP.NET cannot parse keeps the whole host from starting. */
    static RouteTemplate parse(String prefix, String route) {
        String whole = prefix.isEmpty() ? route : prefix + "/" + route;
        String trimmed =
                whole.startsWith("~/") ? whole.substring(2) : whole.startsWith("/") ? whole.substring(1) : whole;
        if (trimmed.startsWith("~") || trimmed.contains("//") || trimmed.startsWith("/")) {
            throw invalid(whole, "it begins with ~ or has two slashes in a row");
        }
        List<RouteSegment> segments = new ArrayList<>();
        for (String segment : trimmed.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(
                        RouteSegment.parse(whole, segment)); // only the root and a trailing slash leave an empty one
            }
        }
        requireValid(whole, segments);
        return new RouteTemplate(trimmed, List.copyOf(segments));
    }

    private static void requireValid(String whole, List<RouteSegment> segments) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < segments.size(); i++) {
            RouteSegment segment = segments.get(i);
            boolean last = i == segments.size() - 1;
            if (segment.isParameter() && !names.add(segment.text().toLowerCase(Locale.ROOT))) {
                throw invalid(whole, "the parameter " + segment.text() + " appears twice");
            }
            if (segment.kind() == RouteSegment.Kind.CATCH_ALL && !last) {
                throw invalid(whole, "a catch-all must come last");
            }
            if (segment.kind() == RouteSegment.Kind.OPTIONAL
                    && !last
                    && !segments.get(i + 1).mayBeAbsent()) {
                throw invalid(whole, "an optional parameter must come last");
            }
        }
    }

    static IllegalArgumentException invalid(String template, String reason) {
        return new IllegalArgumentException("The host cannot use the route \"" + template + "\": " + reason + ".");
    }

    /** The whole template, for example {@code api/orders/{id}}. */
    String text() {
        return text;
    }

    /** The values of the parameters, if the template matches. */
    Optional<Map<String, String>> match(String path) {
        List<String> parts = parts(path);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isEmpty() || i >= segments.size()) {
                return Optional.empty();
            }
            RouteSegment segment = segments.get(i);
            if (segment.kind() == RouteSegment.Kind.CATCH_ALL) {
                values.put(segment.text(), rest(path, i));
                return Optional.of(values);
            }
            if (!segment.accepts(parts.get(i))) {
                return Optional.empty();
            }
            if (segment.isParameter()) {
                values.put(segment.text(), parts.get(i));
            }
        }
        boolean complete = segments.stream().skip(parts.size()).allMatch(RouteSegment::mayBeAbsent);
        return complete ? Optional.of(values) : Optional.empty();
    }

    private static List<String> parts(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.isEmpty() ? List.of() : List.of(trimmed.substring(1).split("/", -1));
    }

    /** A catch-all keeps a trailing slash. */
    private static String rest(String path, int segment) {
        int start = 1;
        for (int i = 0; i < segment; i++) {
            start = path.indexOf('/', start) + 1;
        }
        return path.substring(start);
    }
}
