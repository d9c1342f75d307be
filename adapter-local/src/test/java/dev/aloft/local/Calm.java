package dev.aloft.local;

import dev.aloft.local.engine.Profile;
import dev.aloft.spi.FunctionIndex;
import java.util.Map;

/** Functions to which everything comes once and in order, for tests of what it is that comes. */
final class Calm {
    private Calm() {}

    static LocalFunctions of(FunctionIndex index) {
        return LocalFunctions.of(index).withProfile("calm");
    }

    static LocalFunctions of(FunctionIndex index, Map<String, String> settings) {
        return LocalFunctions.of(index, settings).withProfile("calm");
    }

    /** What fails comes again after the given time, for example {@code 1h}. */
    static LocalFunctions of(FunctionIndex index, String delay) {
        return LocalFunctions.of(index)
                .withProfile(Profile.named("calm").with("*.first", delay).with("*.longest", delay));
    }
}
