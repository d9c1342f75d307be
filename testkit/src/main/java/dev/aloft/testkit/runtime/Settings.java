package dev.aloft.testkit.runtime;

import org.jspecify.annotations.Nullable;

/** Settings that have no default. */
final class Settings {
    private Settings() {}

    static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw HarnessException.setting("Call " + name + "(...) on the builder before start(): it has no default.");
        }
        return value;
    }
}
