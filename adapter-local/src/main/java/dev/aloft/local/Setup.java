package dev.aloft.local;

import dev.aloft.local.engine.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How functions are run.
 *
 * @param profileName a profile that comes with Aloft, read when it is needed
 * @param given a profile that was given instead
 * @param seed what chance follows from
 * @param start what time it is at first
 */
record Setup(String profileName, @Nullable Profile given, long seed, Instant start) {
    /** From 1 January 2026 on; to parse that would take a tenth of the time in which the server starts. */
    static final Setup DEFAULT = new Setup("strict", null, 1, Instant.ofEpochSecond(1_767_225_600));

    Profile profile() {
        return given == null ? Profile.named(profileName) : given;
    }

    boolean isCalm() {
        return given == null && profileName.equals("calm");
    }

    /** How ids begin that no other seed makes. */
    String ids() {
        return Long.toUnsignedString(seed, 36) + "-";
    }
}
