package dev.aloft.runtime;

import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.SourceBinding;
import dev.aloft.spi.SourceNames;
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

    /** What a function is bound to, by its logical name; a schedule has the function's. */
    static String logicalSource(FunctionDefinition function) {
        return function.binding() instanceof SourceBinding of ? of.source() : function.name();
    }

    /** The platform's name of a source: {@code prod-orders-eu} for {@code orders} by {@code ALOFT_SOURCE_ORDERS}. */
    String source(String logicalName) {
        String name = environment.get(SourceNames.setting(logicalName));
        return name == null || name.isBlank() ? logicalName : name.strip();
    }

    /** How many messages of one delivery may be handled at once. */
    int parallelism() {
        return number("aloft.parallelism", "ALOFT_PARALLELISM", 1, 64, 1);
    }

    /** How long before the deadline the last message of a delivery may begin, in milliseconds. */
    int deadlineMargin() {
        return number("aloft.deadline.margin", "ALOFT_DEADLINE_MARGIN", 0, 600_000, 1_000);
    }

    private int number(String property, String variable, int least, int most, int otherwise) {
        String text = value(property, variable);
        if (text == null) {
            return otherwise;
        }
        int number = 0;
        for (int i = 0; number >= 0 && i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            number = digit >= 0 && digit <= 9 && number <= most ? number * 10 + digit : -1;
        }
        if (number < least || number > most) {
            throw StartErrors.badNumber(variable, least, most);
        }
        return number;
    }

    private @Nullable String value(String property, String variable) {
        String value = System.getProperty(property);
        if (value == null) {
            value = environment.get(variable);
        }
        return value == null || value.isBlank() ? null : value.strip();
    }
}
