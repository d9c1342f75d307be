package dev.aloft.processor;

import dev.aloft.spi.RoutePattern;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes a route as the template that the Azure Functions host reads: {@code /files/{path...}} becomes {@code
 * files/{*path}}.
 *
 * <p>The template only leads the request to the function; Aloft's own router reads the parameters. So their names may change
 * where the host takes them for something else.
 *
 * @see <a href="https://learn.microsoft.com/aspnet/core/fundamentals/routing#route-templates">route templates</a>
 */
final class AzureRoute {
    /** What every template without another name matches; {@code zzz-aloft-unmatched} has it. */
    static final String EVERYTHING = "{*path}";

    /** Names of the binding and of the trigger's own data, whose types the host would give to the parameter. */
    private static final Set<String> TAKEN = Set.of("request", "headers", "query", "sys");

    private AzureRoute() {}

    static String template(RoutePattern route) {
        if (route.text().equals("/")) {
            // An empty route would mean the function's name, see WebScriptHostHttpRoutesManager; of "/" the slash is
            // cut off.
            return "/";
        }
        StringBuilder template = new StringBuilder();
        Set<String> names = new HashSet<>(TAKEN);
        for (String segment : List.of(route.text().substring(1).split("/"))) {
            template.append(template.isEmpty() ? "" : "/").append(segment(segment, names));
        }
        if (template.charAt(0) == '~') {
            return "/" + template; // "~" at the very beginning has a meaning of its own
        }
        // The host refuses two functions with one template.
        return template.toString().equalsIgnoreCase(EVERYTHING) ? "{*path_}" : template.toString();
    }

    private static String segment(String segment, Set<String> names) {
        if (segment.charAt(0) != '{') {
            return segment;
        }
        boolean rest = segment.endsWith("...}");
        String name = segment.substring(1, segment.length() - (rest ? 4 : 1));
        while (!names.add(name.toLowerCase(Locale.ROOT))) {
            name += "_"; // the host compares names without case
        }
        return (rest ? "{*" : "{") + name + "}";
    }
}
