package dev.aloft.spi;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rules for the logical names of queues, topics, streams, buckets and tables, and the settings that give them a platform's name. */
public final class SourceNames {
    private static final int LONGEST = 80;

    private SourceNames() {}

    /**
     * What is wrong with a name, or null if it is valid.
     *
     * @param name the logical name
     * @return the coded message, for example {@code ALOFT-040 …}, without the place
     */
    public static @Nullable String problem(String name) {
        if (FunctionNames.isName(name, LONGEST, "-_.")) {
            return null;
        }
        return "ALOFT-040 The source name \"" + name
                + "\" is not valid. Allowed: a letter, then up to 79 letters, digits, hyphens,"
                + " dots or underscores. The platform's own name, whatever it is, goes into the setting ALOFT_SOURCE_<NAME>.";
    }

    /**
     * The setting that holds the platform's name of a source: {@code ALOFT_SOURCE_ORDERS_EU} for {@code orders-eu}.
     *
     * @param name the logical name
     * @return the setting's name
     */
    public static String setting(String name) {
        return "ALOFT_SOURCE_" + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }

    static void require(String name) {
        FunctionNames.refuse(problem(name));
    }
}
