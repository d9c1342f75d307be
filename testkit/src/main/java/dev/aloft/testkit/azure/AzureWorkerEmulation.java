package dev.aloft.testkit.azure;

import dev.aloft.Headers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A function app as the Azure Functions host 4.x and its Java worker 2.17 run it, in this process: it reads the package, loads its
 * classes behind a class loader that sees nothing of the test's class path, routes requests, converts them and what triggers give,
 * calls the entry points and converts what they return, with every loss that happens on Azure.
 *
 * <pre>{@code
 * try (AzureWorkerEmulation azure = AzureWorkerEmulation.open(Path.of("target/shop.jar"))) {
 *     AzureReply reply = azure.http(AzureRequest.of("GET", "/orders/42"));
 *     assertThat(reply.status()).isEqualTo(200);
 *     assertThat(azure.deliver("ship-order", StorageQueueEncoder.encode(message)).isSuccess()).isTrue();
 * }
 * }</pre>
 *
 * <p>The rules are those of the public sources of the host, the worker and ASP.NET Core; each class here names its source. What is
 * taken from reading alone, without a run against the real thing, says so there. Not reproduced: the host's own addresses below
 * {@code /admin} and {@code /runtime/webhooks}, keys beyond "one was sent", CORS, functionTimeout, the front end of App Service, and
 * class libraries of the worker besides its API.
 *
 * <p>It is thread-safe, as the worker runs invocations concurrently.
 */
public final class AzureWorkerEmulation implements AutoCloseable {
    private final AppPackage files;
    private final List<FunctionJson> functions;
    private final List<HttpRoute> routes;
    private final Map<String, String> errors;
    private final WorkerClassLoader loader;
    private final HttpFunctions http;
    private final MessageFunctions messages;

    private AzureWorkerEmulation(AppPackage files, HostIndex index) throws IOException {
        this.files = files;
        this.functions = index.functions();
        this.routes = index.routes();
        this.errors = new LinkedHashMap<>(index.errors());
        this.loader = new WorkerClassLoader(jars(functions));
        LoadedFunctions loaded = new LoadedFunctions(new Worker(loader));
        this.http = new HttpFunctions(loaded);
        this.messages = new MessageFunctions(loaded);
        for (FunctionJson function : functions) {
            loaded.load(function, loader).ifPresent(failure -> errors.put(function.name(), failure.toString()));
        }
    }

    /**
     * Starts host and worker with a package.
     *
     * @param folderOrJar the package's folder, or a jar or zip file of it
     * @return the running app
     * @throws IOException if the package cannot be read
     * @throws IllegalArgumentException if the host would not start: a wrong host.json, a route that ASP.NET cannot parse
     */
    public static AzureWorkerEmulation open(Path folderOrJar) throws IOException {
        AppPackage files = AppPackage.open(folderOrJar);
        try {
            return new AzureWorkerEmulation(files, HostIndex.of(files.root()));
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    /** One class loader for all: the jars of all functions, then those of the first folder beside a jar whose name ends in "lib". */
    private static Set<Path> jars(List<FunctionJson> functions) throws IOException {
        Set<Path> jars = new LinkedHashSet<>();
        for (FunctionJson function : functions) {
            jars.add(function.scriptFile());
            try (Stream<Path> beside = Files.list(function.scriptFile().getParent())) {
                Optional<Path> lib = beside.filter(Files::isDirectory)
                        .filter(folder -> folder.getFileName().toString().endsWith("lib"))
                        .findFirst();
                if (lib.isPresent()) {
                    jars.addAll(jarsIn(lib.get()));
                }
            }
        }
        return jars;
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .toList();
        }
    }

    /**
     * The functions that the host lists, in its order, which is also the order in which it tries their routes: by name.
     *
     * @return the functions; those in {@link #errors()} that only the worker could not load are among them
     */
    public List<AzureFunction> functions() {
        return functions.stream().map(this::described).toList();
    }

    private AzureFunction described(FunctionJson function) {
        String route = routes.stream()
                .filter(candidate -> candidate.function().equals(function))
                .map(candidate -> candidate.template().text())
                .findFirst()
                .orElse("");
        BindingJson trigger = function.trigger();
        return new AzureFunction(function.name(), function.entryPoint(), trigger.type(), route, trigger.methods());
    }

    /**
     * What is wrong with the package: functions that the host leaves out, and functions that the worker could not load, whose
     * requests all fail.
     *
     * @return the reason by function name, for example {@code {orders=java.lang.ClassNotFoundException: com.example.Orders}}
     */
    public Map<String, String> errors() {
        return Map.copyOf(errors);
    }

    /**
     * Sends a request through the web server, the host, the worker and back.
     *
     * @param request the request
     * @return what the client sees, and why
     */
    public AzureReply http(AzureRequest request) {
        AzureReply reply = answer(request);
        boolean bodiless =
                request.method().equals("HEAD") || List.of(204, 205, 304).contains(reply.status());
        return bodiless ? reply.withoutBody() : reply;
    }

    private AzureReply answer(AzureRequest request) {
        if (!RequestTarget.isAccepted(request.target())) {
            return AzureReply.byHost(400, Headers.empty(), "");
        }
        HostRequest received = HostRequest.of(request);
        for (HttpRoute route : routes) {
            Optional<Map<String, String>> values =
                    route.match(request.method(), received.target().path());
            if (values.isPresent()) {
                return http.answer(route.function(), received, values.get());
            }
        }
        if (received.target().path().equals("/")) {
            return AzureReply.byHost(
                    200, Headers.of("content-type", "text/html"), "<p>Your function app is up and running.</p>");
        }
        return AzureReply.byHost(404, Headers.empty(), "");
    }

    /**
     * Delivers a message, a batch or an event to a function, once.
     *
     * @param functionName the function's name, for example {@code ship-order}
     * @param trigger what the trigger's extension gives, for example of {@link StorageQueueEncoder}
     * @return what the host is told
     * @throws IllegalArgumentException if there is no such function, or it has another trigger
     */
    public AzureInvocation deliver(String functionName, AzureTrigger trigger) {
        return deliver(functionName, trigger, new AzureRetry(0, 0));
    }

    /**
     * Delivers a message, a batch or an event to a function, once, as a try under a retry policy. The policy itself is not
     * reproduced: the test decides how often it delivers.
     *
     * @param functionName the function's name, for example {@code index-clicks}
     * @param trigger what the trigger's extension gives, for example of {@link EventHubsEncoder}
     * @param retry which try it is
     * @return what the host is told
     * @throws IllegalArgumentException if there is no such function, or it has another trigger
     */
    public AzureInvocation deliver(String functionName, AzureTrigger trigger, AzureRetry retry) {
        FunctionJson function = functions.stream()
                .filter(candidate -> candidate.name().equals(functionName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The host knows no function " + functionName + "."));
        return messages.invoke(function, trigger, retry);
    }

    /**
     * Stops the app and removes what was unpacked.
     *
     * @throws IOException if a file cannot be removed
     */
    @Override
    public void close() throws IOException {
        try {
            loader.close();
        } finally {
            files.close();
        }
    }
}
