package dev.aloft.runtime;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.PercentEncoding;
import dev.aloft.spi.HttpBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses the function for a method and path: of the routes that match both, the most specific one. */
final class Router {
    private final List<Route> routes;
    private final @Nullable String basePath;

    private Router(List<Route> routes, @Nullable String basePath) {
        this.routes = routes;
        this.basePath = basePath;
    }

    static Router of(List<FunctionHandle> functions, @Nullable String basePath) {
        List<Route> routes = new ArrayList<>(functions.size());
        for (FunctionHandle function : functions) {
            if (function.definition().binding() instanceof HttpBinding http) {
                Route route = new Route(function, http);
                requireNewRoute(routes, route);
                routes.add(route);
            }
        }
        return new Router(routes, basePath);
    }

    /** The same rules for a single function. */
    Router only(FunctionHandle function) {
        return of(List.of(function), basePath);
    }

    /** Whether no function is for HTTP. */
    boolean isEmpty() {
        return routes.isEmpty();
    }

    private static void requireNewRoute(List<Route> routes, Route added) {
        for (Route route : routes) {
            if (!route.binding().route().matchesSamePathsAs(added.binding().route())) {
                continue;
            }
            for (String method : added.binding().methods()) {
                if (route.binding().methods().contains(method)) {
                    throw StartErrors.duplicateRoute(
                            route.function().name(),
                            added.function().name(),
                            method,
                            added.binding().route().text());
                }
            }
        }
    }

    /** What a method and path lead to. */
    static final class Match {
        private final @Nullable FunctionHandle function;
        private final Map<String, String> parameters;
        private final @Nullable String allow;

        private Match(@Nullable FunctionHandle function, Map<String, String> parameters, @Nullable String allow) {
            this.function = function;
            this.parameters = parameters;
            this.allow = allow;
        }

        /** The function that answers; null if none does. */
        @Nullable
        FunctionHandle function() {
            return function;
        }

        /** What the path has for the parameters of the function's route. */
        Map<String, String> parameters() {
            return parameters;
        }

        /** Where functions have this path, but for other methods only, these; null where none has it. */
        @Nullable
        String allow() {
            return allow;
        }
    }

    Match match(String method, String path) {
        List<String> segments = segments(withoutBase(path));
        Route best = null;
        List<String> bestValues = null;
        List<String> allowed = null;
        for (Route route : routes) {
            List<String> values = route.binding().route().match(segments);
            if (values == null) {
                continue;
            }
            if (!route.answers(method)) {
                allowed = allowed == null ? new ArrayList<>() : allowed;
                addMethods(route, allowed);
            } else if (best == null || route.isPreferredTo(best, method)) {
                best = route;
                bestValues = values;
            }
        }
        if (best != null && bestValues != null) {
            return new Match(best.function(), best.parameters(bestValues), null);
        }
        return new Match(null, Map.of(), allowed == null ? null : joined(allowed));
    }

    private static void addMethods(Route route, List<String> allowed) {
        for (String method : route.binding().methods()) {
            if (!allowed.contains(method)) {
                allowed.add(method);
            }
            if (method.equals("GET") && !allowed.contains("HEAD")) {
                allowed.add("HEAD");
            }
        }
    }

    private static String joined(List<String> allowed) {
        allowed.sort(null);
        StringBuilder text = new StringBuilder(allowed.get(0));
        for (int i = 1; i < allowed.size(); i++) {
            text.append(", ").append(allowed.get(i));
        }
        return text.toString();
    }

    private String withoutBase(String path) {
        if (basePath == null || !path.startsWith(basePath)) {
            return path;
        }
        if (path.length() == basePath.length()) {
            return "/";
        }
        return path.charAt(basePath.length()) == '/' ? path.substring(basePath.length()) : path;
    }

    /** Splits before decoding, so that an encoded slash never separates. */
    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(4);
        int start = 1;
        while (start <= path.length() && path.length() > 1) {
            int end = path.indexOf('/', start);
            if (end < 0) {
                end = path.length();
            }
            String segment = PercentEncoding.decodeSegment(path.substring(start, end));
            requirePortable(segment, end == path.length());
            segments.add(segment);
            start = end + 1;
        }
        return segments;
    }

    /** Google's server refuses such paths before the function sees them, so no platform serves them. */
    private static void requirePortable(String segment, boolean last) {
        boolean empty = segment.isEmpty() && !last;
        boolean control = false;
        for (int i = 0; i < segment.length(); i++) {
            control |= segment.charAt(i) < ' ' || segment.charAt(i) == 127;
        }
        if (empty || control || segment.equals(".") || segment.equals("..")) {
            throw new AloftException(
                    Kind.PAYLOAD,
                    "ALOFT-309",
                    "The path has a segment that is empty, \".\", \"..\" or has a control character. Platforms refuse or rewrite"
                            + " such paths.");
        }
    }
}
