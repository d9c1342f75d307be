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
 * @param recorder keeps what is invoked, if anything does
 */
record Setup(
        String profileName,
        @Nullable Profile given,
        long seed,
        Instant start,
        @Nullable Recorder recorder) {
    static final Setup DEFAULT = new Setup("strict", null, 1, Instant.parse("2026-01-01T00:00:00Z"), null);

    Profile profile() {
        return given == null ? Profile.named(profileName) : given;
    }

    /** How ids begin that no other seed makes. */
    String ids() {
        return Long.toUnsignedString(seed, 36) + "-";
    }
}
