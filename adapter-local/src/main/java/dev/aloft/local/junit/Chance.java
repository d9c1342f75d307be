package dev.aloft.local.junit;

import dev.aloft.local.LocalFunctions;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What decides what happens to a test.
 *
 * @param profile the platform that is played
 * @param seed what chance follows from
 */
record Chance(String profile, long seed) {
    private static final String ENGINE = "[engine:junit-jupiter]";

    static Chance of(Setup setup, ExtensionContext context) {
        String profile = setup.profile().isEmpty()
                ? context.getConfigurationParameter("aloft.profile").orElse("strict")
                : setup.profile();
        return new Chance(profile, setup.seed() == 0 ? seed(context) : setup.seed());
    }

    private static long seed(ExtensionContext context) {
        String text = context.getConfigurationParameter("aloft.seed").orElse("");
        if (text.isEmpty()) {
            return seed(context.getUniqueId());
        }
        try {
            return text.equals("random") ? ThreadLocalRandom.current().nextLong(1, 1_000_000) : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw SetupErrors.seed(text, e);
        }
    }

    /** The same whatever runs the test, and short, since it is to be typed. */
    static long seed(String uniqueId) {
        String test = uniqueId.substring(Math.max(uniqueId.lastIndexOf(ENGINE), 0));
        return 1L + Math.floorMod(test.hashCode(), 999_999);
    }

    LocalFunctions decides(LocalFunctions functions) {
        return functions.withProfile(profile).withSeed(seed);
    }

    /** How to have the same once more, for a person. */
    String again() {
        return "To play it again: -Daloft.profile=" + profile + " -Daloft.seed=" + seed + ", or @AloftTest(profile = \""
                + profile + "\", seed = " + seed + ").\n";
    }
}
