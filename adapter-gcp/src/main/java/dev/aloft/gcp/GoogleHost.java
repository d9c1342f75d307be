package dev.aloft.gcp;

import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Google tells once, through the environment.
 */
final class GoogleHost {
    /** How long one invocation may take; zero if it is not known. */
    final long timeoutMillis;
    /** The service's name; null if it is not known. */
    final @Nullable String service;

    final GoogleLog log;

    private GoogleHost(long timeoutMillis, @Nullable String service, GoogleLog log) {
        this.timeoutMillis = timeoutMillis;
        this.service = service;
        this.log = log;
    }

    static GoogleHost of(Map<String, String> environment, PrintStream out) {
        String timeout = environment.get("CLOUD_RUN_TIMEOUT_SECONDS");
        return new GoogleHost(
                timeout == null ? 0 : millis(timeout),
                environment.get("K_SERVICE"),
                new GoogleLog(environment.get("GOOGLE_CLOUD_PROJECT"), out));
    }

    private static long millis(String seconds) {
        long millis = 0;
        boolean valid = seconds.length() < 10;
        for (int i = 0; valid && i < seconds.length(); i++) {
            int digit = seconds.charAt(i) - '0';
            valid = digit >= 0 && digit <= 9;
            millis = millis * 10 + digit * 1000L;
        }
        if (!valid || millis == 0) {
            throw GoogleErrors.badTimeout();
        }
        return millis;
    }
}
