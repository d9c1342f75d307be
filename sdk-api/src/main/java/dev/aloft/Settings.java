package dev.aloft;

import dev.aloft.AloftException.Kind;
import java.util.Map;
import java.util.Optional;

/**
 * Named settings of the deployment, which are environment variables unless a test passes its own:
 * {@code context.settings().require("WAREHOUSE_URL")}.
 */
public final class Settings {
    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Settings of the given names and values, for example {@code Settings.of(System.getenv())}.
     *
     * @param values the values by name; read, not copied
     * @return the settings
     */
    public static Settings of(Map<String, String> values) {
        return new Settings(values);
    }

    /**
     * The value of a setting.
     *
     * @param name the name, for example {@code WAREHOUSE_URL}
     * @return the value; empty if it is not set
     */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * The value of a setting without which the function cannot work.
     *
     * @param name the name, for example {@code WAREHOUSE_URL}
     * @return the value
     * @throws AloftException with code ALOFT-106 if it is not set
     */
    public String require(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new AloftException(
                    Kind.CONFIGURATION,
                    "ALOFT-106",
                    "The setting " + name + " is not set. Add it to the function's environment.");
        }
        return value;
    }

    /** Nothing of the content, since values may be secret. */
    @Override
    public String toString() {
        return "Settings[" + values.size() + "]";
    }
}
