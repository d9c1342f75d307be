package dev.aloft.processor;

import dev.aloft.spi.HttpBinding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files that make the application's jar an Azure Functions package: {@code host.json}, one {@code function.json} for each
 * function and the stub jar.
 *
 * <p>The host tries the functions' routes in the order of their names, not the most specific one first, and answers what
 * matches none itself. Therefore {@code zzz-aloft-unmatched} takes all other paths and methods, and Aloft's own router decides.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-host-json">host.json</a>
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-http-webhook-trigger">httpTrigger</a>
 * @see <a href="https://github.com/Azure/azure-functions-host/issues/3153">the order of routes</a>
 */
final class AzurePackage {
    /** The function for requests that no other one's route matches. */
    static final String UNMATCHED = "zzz-aloft-unmatched";

    private final ProcessorOptions options;
    private final List<DeclaredFunction> functions;

    AzurePackage(ProcessorOptions options, List<DeclaredFunction> functions) {
        this.options = options;
        this.functions = functions;
    }

    /** All files by their path in the jar. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("host.json", utf8(hostJson()));
        files.put(StubJar.NAME, StubJar.bytes());
        if (functions.stream().anyMatch(function -> function.http().isPresent())) {
            files.put(UNMATCHED + "/function.json", utf8(functionJson("", AzureRoute.EVERYTHING)));
        }
        functions.forEach(function -> files.put(function.name() + "/function.json", utf8(functionJson(function))));
        return files;
    }

    private String hostJson() {
        String timeout = options.functionTimeout()
                .map(value -> "  \"functionTimeout\": " + literal(value) + ",\n")
                .orElse("");
        return """
                {
                  "version": "2.0",
                %s  "extensionBundle": {
                    "id": "Microsoft.Azure.Functions.ExtensionBundle",
                    "version": "[4.*, 5.0.0)"
                  },
                  "extensions": {
                    "http": {
                      "routePrefix": ""
                    }
                  }
                }
                """.formatted(timeout);
    }

    private String functionJson(DeclaredFunction function) {
        if (function.binding() instanceof HttpBinding http) {
            return functionJson(methods(http), AzureRoute.template(http.route()));
        }
        return new AzureTrigger(options).functionJson(function);
    }

    private String functionJson(String methods, String route) {
        return """
                {
                  "scriptFile": "../%s",
                  "entryPoint": "dev.aloft.azure.AzureEntryPoint.http",
                  "bindings": [
                    {
                      "type": "httpTrigger",
                      "direction": "in",
                      "name": "request",
                      "authLevel": %s,
                %s      "route": %s
                    },
                    {
                      "type": "http",
                      "direction": "out",
                      "name": "$return"
                    }
                  ]
                }
                """.formatted(StubJar.NAME, literal(options.authLevel()), methods, literal(route));
    }

    /** The line of the methods; a function without it gets every method. */
    private String methods(HttpBinding http) {
        List<String> methods = new ArrayList<>(http.methods());
        if (methods.contains("GET") && !methods.contains("HEAD") && !otherAnswersHead(http)) {
            methods.add("HEAD");
        }
        return methods.stream()
                .map(method -> literal(method.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", ", "      \"methods\": [", "],\n"));
    }

    /** The host refuses two functions for one method and route. */
    private boolean otherAnswersHead(HttpBinding http) {
        return functions.stream()
                .flatMap(function -> function.http().stream())
                .anyMatch(other ->
                        other.methods().contains("HEAD") && other.route().matchesSamePathsAs(http.route()));
    }

    private static String literal(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
