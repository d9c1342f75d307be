package dev.aloft.local;

import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.spi.FunctionIndex;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The application under its settings, of which further instances can be started.
 *
 * @param index its functions; null for those that the index on the class path names
 * @param settings what {@code context.settings()} finds
 * @param runtime its first instance, which answers all HTTP requests
 */
record Application(@Nullable FunctionIndex index, Map<String, String> settings, FunctionRuntime runtime) {
    static Application start(@Nullable FunctionIndex index, Map<String, String> settings) {
        return new Application(index, settings, runtime(index, settings));
    }

    private static FunctionRuntime runtime(@Nullable FunctionIndex index, Map<String, String> settings) {
        return index == null
                ? FunctionRuntime.start("local", settings)
                : FunctionRuntime.start("local", settings, index);
    }

    /** One more instance, with the handlers that its index makes for it. */
    FunctionRuntime startAnother() {
        return runtime(index, settings);
    }
}
