package dev.aloft.local;

import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import java.util.List;
import java.util.Map;

/**
 * The application's functions in this process, for unit tests: no socket, but the same router, failure policy and codec as
 * in the clouds.
 *
 * <pre>{@code
 * LocalFunctions functions = LocalFunctions.start();
 *
 * HttpResponse response = functions.http().get("/hello/Ada");
 *
 * assertThat(response.text()).isEqualTo("Hello, Ada!\n");
 * }</pre>
 *
 * <p>Each {@code start} gives functions with handlers of their own, so tests do not share state. What a function fails with is
 * written to the standard error stream.
 */
public final class LocalFunctions {
    private final FunctionRuntime runtime;

    private LocalFunctions(FunctionRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * All functions of the application, found by the index that the annotation processor wrote.
     *
     * @return the functions, with the process's environment as settings
     * @throws dev.aloft.AloftException if the application is put together wrongly (ALOFT-101 to ALOFT-111)
     */
    public static LocalFunctions start() {
        return start(System.getenv());
    }

    /**
     * All functions of the application, with settings of the test's own.
     *
     * @param settings what {@code context.settings()} finds, in place of the environment
     * @return the functions
     * @throws dev.aloft.AloftException if the application is put together wrongly (ALOFT-101 to ALOFT-111)
     */
    public static LocalFunctions start(Map<String, String> settings) {
        return new LocalFunctions(FunctionRuntime.start("local", settings));
    }

    /**
     * The functions of a registry built by hand, for example {@code LocalFunctions.of(Functions.builder()….build())}.
     *
     * @param index the functions
     * @return the functions, without settings
     * @throws dev.aloft.AloftException if the application is put together wrongly (ALOFT-102 to ALOFT-111)
     */
    public static LocalFunctions of(FunctionIndex index) {
        return of(index, Map.of());
    }

    /**
     * The functions of a registry built by hand, with settings of the test's own.
     *
     * @param index the functions
     * @param settings what {@code context.settings()} finds
     * @return the functions
     * @throws dev.aloft.AloftException if the application is put together wrongly (ALOFT-102 to ALOFT-111)
     */
    public static LocalFunctions of(FunctionIndex index, Map<String, String> settings) {
        return new LocalFunctions(FunctionRuntime.start("local", settings, index));
    }

    /** A client for the HTTP functions, without a socket. */
    public LocalHttp http() {
        return new LocalHttp(runtime);
    }

    /** What the application serves, in the index's order. */
    public List<FunctionDefinition> definitions() {
        return runtime.functions();
    }

    FunctionRuntime runtime() {
        return runtime;
    }
}
