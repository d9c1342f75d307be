package dev.aloft.azure;

import dev.aloft.AloftException;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.runtime.Invocation;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.HttpBinding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The application in this process: started by the first invocation, shared by all functions and threads. */
final class AzureApplication {
    /** The generated function for all that no function's own route matches; not a function of the application. */
    static final String UNMATCHED = "zzz-aloft-unmatched";

    private final FunctionRuntime functions;
    private final List<FunctionDefinition> definitions;
    private final FunctionTimeout timeout;
    private final Set<String> warnings = ConcurrentHashMap.newKeySet();
    private volatile @Nullable DataStore dataStore;

    AzureApplication(FunctionRuntime functions, FunctionTimeout timeout) {
        this.functions = functions;
        this.definitions = functions.functions();
        this.timeout = timeout;
    }

    /** The application; if it could not start, an {@link AloftException} at every call. */
    static AzureApplication get() {
        return Start.ONCE.application();
    }

    /** How the start went: the first use of this class is the start of the application. */
    static final class Start {
        private static final Start ONCE = new Start(System.getenv());

        private @Nullable AzureApplication application;
        private @Nullable Throwable failure;

        /** Never throws: the failure of a static initialiser would be told once, and later calls would hide the reason. */
        Start(Map<String, String> environment) {
            try {
                FunctionRuntime functions = FunctionRuntime.start("azure", environment);
                application = new AzureApplication(functions, FunctionTimeout.of(environment));
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }

        AzureApplication application() {
            if (application == null) {
                throw AzureErrors.notStarted(failure);
            }
            return application;
        }
    }

    FunctionRuntime functions() {
        return functions;
    }

    FunctionTimeout timeout() {
        return timeout;
    }

    /** The worker's view of what the host sent, whose methods are looked up once. */
    DataStore dataStore(Class<?> context) throws NoSuchMethodException {
        DataStore known = dataStore;
        if (known == null || !known.isOf(context)) {
            known = new DataStore(context);
            dataStore = known;
        }
        return known;
    }

    /** Whether this is the first time that a warning is due; more of them would say nothing new. */
    boolean isFirst(String warning) {
        return warnings.add(warning);
    }

    /** A name that is not the application's means that package and code do not belong together, which is answered as such. */
    HttpResponse http(String functionName, HttpRequest request, Invocation invocation) {
        FunctionDefinition named = definition(functionName);
        if (named == null && !functionName.equals(UNMATCHED)) {
            return functions.http(functionName, request, invocation);
        }
        if (named != null && !(named.binding() instanceof HttpBinding)) {
            return functions.unreadable(AzureErrors.noRequestExpected(named), invocation);
        }
        return functions.http(request, invocation);
    }

    /** The function that the host names; null if it is not one of the application. */
    @Nullable
    FunctionDefinition definition(String functionName) {
        for (FunctionDefinition definition : definitions) {
            if (definition.name().equalsIgnoreCase(functionName)) {
                return definition;
            }
        }
        return null;
    }
}
