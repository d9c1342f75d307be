package dev.aloft.testkit.azure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the host finds in a package: every folder with a function.json is a function; one that it refuses is left out and the others
 * still run. The order is that of the names without case, and it is the order in which routes are tried.
 *
 * @see <a
 *     href="https://github.com/Azure/azure-functions-host/blob/dev/src/WebJobs.Script/Host/HostFunctionMetadataProvider.cs">
 *     HostFunctionMetadataProvider</a>
 * @see <a href="https://github.com/Azure/azure-functions-host/issues/9876">routes are tried in alphabetical order</a>
 */
final class HostIndex {
    private final String routePrefix;
    private final List<FunctionJson> functions = new ArrayList<>();
    private final Map<String, String> errors = new LinkedHashMap<>();

    private HostIndex(String routePrefix) {
        this.routePrefix = routePrefix;
    }

    /** Throws an {@link IllegalArgumentException} if the host would not start at all. */
    static HostIndex of(Path root) throws IOException {
        HostIndex index = new HostIndex(HostJson.routePrefix(root));
        List<Path> folders;
        try (Stream<Path> entries = Files.list(root)) {
            Comparator<Path> byName = Comparator.comparing(
                    folder -> folder.getFileName().toString().toUpperCase(Locale.ROOT));
            folders = entries.filter(Files::isDirectory)
                    .filter(folder -> Files.exists(folder.resolve("function.json")))
                    .sorted(byName)
                    .toList();
        }
        for (Path folder : folders) {
            index.add(folder);
        }
        return index;
    }

    private void add(Path folder) throws IOException {
        String name = folder.getFileName().toString();
        try {
            FunctionJson function = FunctionJsonReader.read(folder);
            requireRoute(function);
            functions.add(function);
        } catch (IllegalArgumentException e) {
            errors.put(name, e.getMessage());
        }
    }

    private void requireRoute(FunctionJson function) {
        if (!function.isHttp()) {
            return;
        }
        String route = trimmed(function);
        if (route.startsWith("admin") || route.startsWith("runtime")) {
            throw new IllegalArgumentException("The route " + route + " is one of the host's own (admin…, runtime…).");
        }
        Optional<FunctionJson> conflict =
                functions.stream().filter(other -> conflicts(function, other)).findFirst();
        if (conflict.isPresent()) {
            throw new IllegalArgumentException("The route " + route + " is already taken by "
                    + conflict.get().name() + ".");
        }
    }

    private static boolean conflicts(FunctionJson function, FunctionJson other) {
        if (!other.isHttp() || !trimmed(function).equals(trimmed(other))) {
            return false;
        }
        List<String> methods = function.trigger().methods();
        List<String> otherMethods = other.trigger().methods();
        return methods.isEmpty() || otherMethods.isEmpty() || methods.stream().anyMatch(otherMethods::contains);
    }

    private static String trimmed(FunctionJson function) {
        return route(function).replaceAll("^/+|/+$", "").toLowerCase(Locale.ROOT);
    }

    /** An empty route means the function's name, so the root must be written as a slash. */
    private static String route(FunctionJson function) {
        String route = function.trigger().route();
        return route.isBlank() ? function.name() : route;
    }

    List<FunctionJson> functions() {
        return List.copyOf(functions);
    }

    Map<String, String> errors() {
        return errors;
    }

    /** Throws an {@link IllegalArgumentException} if ASP.NET refuses a template, which keeps the host from starting. */
    List<HttpRoute> routes() {
        return functions.stream()
                .filter(FunctionJson::isHttp)
                .map(function -> new HttpRoute(function, RouteTemplate.parse(routePrefix, route(function))))
                .toList();
    }
}
