package dev.aloft.runtime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings that Aloft itself reads, once, at start-up: a system property first, then the environment. */
final class Configuration {
    private final Map<String, String> environment;

    Configuration(Map<String, String> environment) {
        this.environment = environment;
    }

    @Nullable
    String function() {
        return value("aloft.function", "ALOFT_FUNCTION");
    }

    @Nullable
    String index() {
        return value("aloft.index", "ALOFT_INDEX");
    }

    @Nullable
    String handlerFactory() {
        return value("aloft.handler.factory", "ALOFT_HANDLER_FACTORY");
    }

    @Nullable
    String basePath() {
        return value("aloft.base.path", "ALOFT_BASE_PATH");
    }

    private @Nullable String value(String property, String variable) {
        String value = System.getProperty(property);
        if (value == null) {
            value = environment.get(variable);
        }
        return value == null || value.isBlank() ? null : value.strip();
    }
}
