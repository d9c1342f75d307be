package dev.aloft.runtime;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.HttpException;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.Settings;
import dev.aloft.spi.EventBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import dev.aloft.spi.HttpBinding;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The application's functions, ready to be called: what an entry point creates once and asks for every event.
 *
 * <pre>{@code
 * FunctionRuntime runtime = FunctionRuntime.start("aws", System.getenv());
 * HttpResponse response = runtime.http(mapper.read(payload), invocation);
 * }</pre>
 *
 * <p>It is thread-safe.
 */
public final class FunctionRuntime {
    private final String provider;
    private final FunctionRegistry registry;
    private final Router router;
    private final ContextFactory contexts;
    private final Configuration configuration;
    private final int parallelism;
    private final int deadlineMargin;

    private FunctionRuntime(
            String provider, Map<String, String> environment, FunctionRegistry registry, Configuration configuration) {
        this.provider = provider;
        this.registry = registry;
        this.router = Router.of(registry.functions(), configuration.basePath());
        this.contexts = new ContextFactory(provider, Settings.of(environment));
        this.configuration = configuration;
        this.parallelism = configuration.parallelism();
        this.deadlineMargin = configuration.deadlineMargin();
    }

    private FunctionRuntime(FunctionRuntime wider, FunctionRegistry registry) {
        this.provider = wider.provider;
        this.registry = registry;
        this.router = Router.of(registry.functions(), wider.configuration.basePath());
        this.contexts = wider.contexts;
        this.configuration = wider.configuration;
        this.parallelism = wider.parallelism;
        this.deadlineMargin = wider.deadlineMargin;
    }

    /**
     * Finds the application's functions by the index that is on the class path.
     *
     * @param provider {@code aws}, {@code azure}, {@code gcp} or {@code local}
     * @param environment the environment variables
     * @return the runtime
     * @throws AloftException if the application is put together wrongly: no index (ALOFT-101), an unknown function selected
     *     (ALOFT-102), a class that cannot be used (ALOFT-109), duplicate names (ALOFT-110) or routes (ALOFT-111)
     */
    public static FunctionRuntime start(String provider, Map<String, String> environment) {
        return start(provider, environment, FunctionRuntime.class.getClassLoader());
    }

    /**
     * Finds the application's functions by the index that a class loader sees, for an application whose classes are loaded anew while
     * the process runs.
     *
     * @param provider {@code aws}, {@code azure}, {@code gcp} or {@code local}
     * @param environment the environment variables
     * @param application what loads the application's classes
     * @return the runtime
     * @throws AloftException as {@link #start(String, Map)} does
     */
    public static FunctionRuntime start(String provider, Map<String, String> environment, ClassLoader application) {
        IndexLoader loader = new IndexLoader(application);
        return start(provider, environment, loader.load(new Configuration(environment).index()), loader);
    }

    /**
     * Takes the functions of an index that is already there, for tests.
     *
     * @param provider {@code aws}, {@code azure}, {@code gcp} or {@code local}
     * @param environment the environment variables
     * @param index the functions
     * @return the runtime
     * @throws AloftException as {@link #start(String, Map)} does
     */
    public static FunctionRuntime start(String provider, Map<String, String> environment, FunctionIndex index) {
        IndexLoader loader = new IndexLoader(index.getClass().getClassLoader());
        return start(provider, environment, List.of(index), loader);
    }

    private static FunctionRuntime start(
            String provider, Map<String, String> environment, List<FunctionIndex> indexes, IndexLoader loader) {
        Configuration configuration = new Configuration(environment);
        String factoryName = configuration.handlerFactory();
        HandlerFactory factory = factoryName == null ? null : loader.create(factoryName, HandlerFactory.class);
        FunctionRegistry registry = FunctionRegistry.of(indexes, factory, configuration.function());
        return new FunctionRuntime(provider, environment, registry, configuration);
    }

    /**
     * This runtime with one function only, if there is one of that name: where a deployment's own name can select it.
     *
     * @param functionName the name of a function, or of anything else, in any case
     * @return a runtime with that function; without such a function, this one
     */
    public FunctionRuntime narrowedTo(String functionName) {
        FunctionRegistry narrowed = registry.narrowedTo(functionName);
        return narrowed == registry ? this : new FunctionRuntime(this, narrowed);
    }

    /** The functions that this deployment serves, in the index's order. */
    public List<FunctionDefinition> functions() {
        List<FunctionDefinition> definitions = new ArrayList<>();
        for (FunctionHandle function : registry.functions()) {
            definitions.add(function.definition());
        }
        return definitions;
    }

    /**
     * What a function for messages or changes asks for, for tools that show an example.
     *
     * @param functionName the function's name
     * @return for example {@code Order.class}; null for other functions
     */
    public @Nullable Type payloadType(String functionName) {
        for (FunctionHandle function : registry.functions()) {
            if (function.name().equals(functionName)) {
                return function.payloadTypeIfAny();
            }
        }
        return null;
    }

    /**
     * Answers a request by the function whose route matches. It never throws: a failure is logged through the invocation and
     * becomes a problem document, with code ALOFT-204 if no function is for HTTP.
     *
     * @param request the request
     * @param invocation what the platform tells
     * @return the answer, its body as bytes, ready to be sent
     */
    public HttpResponse http(HttpRequest request, Invocation invocation) {
        return http(router, request, invocation);
    }

    /**
     * Answers a request by the function that the platform itself names, as Azure does. It never throws: a failure is logged
     * through the invocation and becomes a problem document, with code ALOFT-102 if there is no such function.
     *
     * @param functionName the function's name, in any case
     * @param request the request
     * @param invocation what the platform tells
     * @return the answer, its body as bytes, ready to be sent
     */
    public HttpResponse http(String functionName, HttpRequest request, Invocation invocation) {
        try {
            return http(router.only(registry.require(functionName)), request, invocation);
        } catch (AloftException failure) {
            return failed(functionName, request, failure, invocation);
        }
    }

    private HttpResponse http(Router routes, HttpRequest request, Invocation invocation) {
        String functionName = "(no function)";
        try {
            if (routes.isEmpty()) {
                throw unexpected("an HTTP request");
            }
            Router.Match match = routes.match(request.method(), request.path());
            FunctionHandle function = match.function();
            if (function == null) {
                return unmatched(match.allow(), request, invocation);
            }
            functionName = function.name();
            return call(function, request.routed(match.parameters()), invocation);
        } catch (Throwable failure) {
            return failed(functionName, request, failure, invocation);
        }
    }

    /**
     * Chooses the function for what is not HTTP: the only one, else the one that declares the source.
     *
     * @param origin what the platform says of where the event came from
     * @return the function
     * @throws AloftException if its functions expect something else (ALOFT-204), none declares the source (ALOFT-207) or several
     *     do (ALOFT-208); the adapter lets the invocation fail, so that the platform keeps the event
     */
    public SelectedFunction select(Origin origin) {
        return new Selection(registry, configuration).select(origin);
    }

    /**
     * Takes the function that the platform itself names for what is not HTTP, as Azure does.
     *
     * @param functionName the function's name, in any case
     * @param origin what the platform says of where the event came from
     * @return the function
     * @throws AloftException if there is no such function (ALOFT-102) or it expects something else (ALOFT-204)
     */
    public SelectedFunction select(String functionName, Origin origin) {
        return new Selection(registry, configuration).select(functionName, origin);
    }

    /**
     * The platform's name of what a function is bound to, for platforms that do not tell it with a message: {@code prod-orders-eu}
     * for {@code orders} by {@code ALOFT_SOURCE_ORDERS}.
     *
     * @param function what {@link #select(String, Origin)} gave
     * @return the name; for a function for a schedule that of the schedule, for one for events the source that it takes; empty for
     *     every source, and for a function for HTTP
     */
    public String source(SelectedFunction function) {
        if (function.binding() instanceof EventBinding event) {
            return event.source();
        }
        return function.binding() instanceof HttpBinding
                ? ""
                : configuration.source(
                        Configuration.logicalSource(function.handle().definition()));
    }

    /**
     * Hands messages or events to a function, by the one policy for all platforms: in order within a group, none after a failed one
     * of its group, none when the time is nearly over. What a message fails with is logged and told in the result, never thrown.
     *
     * @param function what {@link #select(Origin)} gave
     * @param items what was delivered together, in order
     * @param invocation what the platform tells
     * @return what became of each
     * @throws AloftException if the handler cannot be created (ALOFT-108) or is of the wrong kind (ALOFT-107); then no item has been
     *     attempted, and the adapter lets the whole invocation fail
     */
    public DeliveryResult deliver(SelectedFunction function, List<DeliveryItem> items, Invocation invocation) {
        FunctionContext context = contexts.begin(function.name(), invocation, items);
        DeliveryPolicy policy = new DeliveryPolicy(parallelism, deadlineMargin, invocation.deadline());
        return Delivery.of(items, function.handle(), context, policy);
    }

    /**
     * What to throw for an event that is of no kind that a function could expect.
     *
     * @param got what came, for example {@code an API Gateway WebSocket event}; nothing that the sender controls
     * @return a failure with code ALOFT-204 that names both sides
     */
    public AloftException unexpected(String got) {
        return Selection.mismatch(Selection.expectations(functions()), got);
    }

    /**
     * The answer to a request that the adapter cannot hand over as it was sent, in the form of every other failure.
     *
     * @param failure the reason; of kind {@code PAYLOAD} it becomes 400 with its text, otherwise it is logged and becomes 500
     * @param invocation what the platform tells
     * @return a problem document
     */
    public HttpResponse unreadable(AloftException failure, Invocation invocation) {
        return problem("(no function)", failure, invocation);
    }

    /**
     * An answer without a reason, in the form of every other failure; what there is to log has been logged.
     *
     * @param status the status, for example 503
     * @param code the code of the failure; null if it has none
     * @param invocation what the platform tells
     * @return a problem document
     */
    public HttpResponse problem(int status, @Nullable String code, Invocation invocation) {
        return Problem.of(status, code, null, invocation.id());
    }

    /**
     * The answer in place of one that the platform would refuse for its size; the reason is logged.
     *
     * @param length the size of the whole native answer in bytes
     * @param limit the most that the platform accepts
     * @param invocation what the platform tells
     * @return a problem document with status 500 and code ALOFT-408
     */
    public HttpResponse tooLarge(long length, long limit, Invocation invocation) {
        AloftException failure = new AloftException(
                Kind.HANDLER,
                "ALOFT-408",
                "The response takes " + length + " bytes, but " + provider + " accepts " + limit
                        + ". Answer in pages, or with a link to an object store.");
        invocation.log(System.Logger.Level.ERROR, failure.getMessage());
        return Problem.of(500, failure.code(), null, invocation.id());
    }

    private HttpResponse call(FunctionHandle function, HttpRequest request, Invocation invocation) throws Exception {
        FunctionContext context = contexts.begin(function.name(), invocation, request);
        HttpResponse response = function.httpHandler().handle(request, context);
        return ResponseRules.ready(function.name(), response, request.method());
    }

    private static HttpResponse unmatched(@Nullable String allow, HttpRequest request, Invocation invocation) {
        HttpResponse problem = Problem.of(allow == null ? 404 : 405, null, null, invocation.id());
        return ResponseRules.sendable(allow == null ? problem : problem.withHeader("allow", allow), request.method());
    }

    private static HttpResponse failed(
            String functionName, HttpRequest request, Throwable failure, Invocation invocation) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return ResponseRules.sendable(problem(functionName, failure, invocation), request.method());
    }

    private static HttpResponse problem(String functionName, Throwable failure, Invocation invocation) {
        if (failure instanceof HttpException answer) {
            return Problem.of(answer.status(), null, answer.detail(), invocation.id());
        }
        if (failure instanceof AloftException coded && coded.kind() == Kind.PAYLOAD) {
            return Problem.of(400, coded.code(), coded.reason(), invocation.id());
        }
        invocation.log(System.Logger.Level.ERROR, FailureText.of(functionName, invocation.id(), failure));
        return Problem.of(500, Problem.code(failure), null, invocation.id());
    }
}
