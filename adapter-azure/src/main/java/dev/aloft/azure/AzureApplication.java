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
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The application in this process: started by the first invocation, shared by all functions and threads. */
final class AzureApplication {
    /** The generated function for all that no function's own route matches; not a function of the application. */
    static final String UNMATCHED = "zzz-aloft-unmatched";

    private final FunctionRuntime functions;
    private final List<FunctionDefinition> definitions;
    private final FunctionTimeout timeout;
    private final DataStore dataStore = new DataStore();
    private final AtomicBoolean cookieWarned = new AtomicBoolean();
    private final AtomicBoolean dataStoreWarned = new AtomicBoolean();
    private final AtomicBoolean idsWarned = new AtomicBoolean();

    AzureApplication(FunctionRuntime functions, FunctionTimeout timeout) {
        this.functions = functions;
        this.definitions = functions.functions();
        this.timeout = timeout;
    }

    /** The application; if it could not start, an {@link AloftException} at every call. */
    static AzureApplication get() {
        return Started.ONCE.application();
    }

    private static final class Started {
        private static final Start ONCE = start(System.getenv());
    }

    /** Never throws: the failure of a static initialiser would be told once, and later calls would hide the reason. */
    static Start start(Map<String, String> environment) {
        try {
            FunctionRuntime functions = FunctionRuntime.start("azure", environment);
            return new Start(new AzureApplication(functions, FunctionTimeout.of(environment)), null);
        } catch (Throwable failure) {
            return new Start(null, failure);
        }
    }

    /** How the start went. */
    record Start(
            @Nullable AzureApplication application,
            @Nullable Throwable failure) {
        @Override
        public AzureApplication application() {
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

    DataStore dataStore() {
        return dataStore;
    }

    /** Whether this is the first time that a cookie is lost; more warnings would say nothing new. */
    boolean isFirstLostCookie() {
        return cookieWarned.compareAndSet(false, true);
    }

    boolean isFirstHiddenByte() {
        return dataStoreWarned.compareAndSet(false, true);
    }

    boolean isFirstHiddenId() {
        return idsWarned.compareAndSet(false, true);
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
