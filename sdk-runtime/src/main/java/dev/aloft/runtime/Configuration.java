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

    /** With a slash before it and none behind, whether it was set as {@code shop}, {@code /shop} or {@code /shop/}. */
    @Nullable
    String basePath() {
        String path = value("aloft.base.path", "ALOFT_BASE_PATH");
        if (path == null) {
            return null;
        }
        int end = path.length();
        int start = 0;
        while (start < end && path.charAt(start) == '/') {
            start++;
        }
        while (end > start && path.charAt(end - 1) == '/') {
            end--;
        }
        return start == end ? null : "/" + path.substring(start, end);
    }

    private @Nullable String value(String property, String variable) {
        String value = System.getProperty(property);
        if (value == null) {
            value = environment.get(variable);
        }
        return value == null || value.isBlank() ? null : value.strip();
    }
}
