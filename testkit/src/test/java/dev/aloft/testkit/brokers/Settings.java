package dev.aloft.testkit.brokers;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** A deployment's environment, as the system properties that stand for it while something starts. */
final class Settings {
    private Settings() {}

    /**
     * Starts something as a deployment.
     *
     * @param environment for example {@code {ALOFT_PARALLELISM=8}}
     * @param start the start
     */
    static <T> T during(Map<String, String> environment, Supplier<T> start) {
        Map<String, String> properties = new HashMap<>();
        environment.forEach(
                (name, value) -> properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value));
        properties.forEach(System::setProperty);
        try {
            return start.get();
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
    }

    /** Those of the simulated application. */
    static Map<String, String> with(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("ALOFT_INDEX", SimulatedApplication.class.getName());
        return all;
    }
}
