package dev.aloft.azure;

import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long an invocation may take: the setting that overrides host.json, or host.json itself, which lies at the root of the class
 * path. The plan's default is not known here, so without either there is no limit to tell.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-host-json#functiontimeout">functionTimeout</a>
 */
final class FunctionTimeout {
    private static final String OVERRIDE = "AzureFunctionsJobHost__functionTimeout";

    private final @Nullable String override;
    private final ClassLoader application;
    private volatile long known = -1;

    private FunctionTimeout(@Nullable String override, ClassLoader application) {
        this.override = override;
        this.application = application;
    }

    static FunctionTimeout of(Map<String, String> environment) {
        return of(environment, FunctionTimeout.class.getClassLoader());
    }

    static FunctionTimeout of(Map<String, String> environment, ClassLoader application) {
        return new FunctionTimeout(environment.get(OVERRIDE), application);
    }

    /**
     * Read when first asked for, since few functions ask.
     *
     * @return milliseconds; zero if there is no known limit
     */
    long millis() {
        long millis = known;
        if (millis < 0) {
            String text = override == null ? written() : override;
            millis = text == null ? 0 : parse(text.strip());
            known = millis;
        }
        return millis;
    }

    private @Nullable String written() {
        try (InputStream hostJson = application.getResourceAsStream("host.json")) {
            return hostJson == null ? null : read(new JsonReader(hostJson.readAllBytes()));
        } catch (IOException | JsonException unreadable) {
            return null; // the host, which reads the same file, is the one to complain
        }
    }

    private static @Nullable String read(JsonReader json) {
        String timeout = null;
        json.beginObject();
        while (json.hasNext()) {
            if (json.name().equals("functionTimeout")) {
                timeout = json.scalar();
            } else {
                json.skip();
            }
        }
        json.endObject();
        return timeout;
    }

    /** A .NET TimeSpan, for example {@code 00:05:00} or {@code 1.00:00:00}; -1 is no limit. Anything else tells nothing. */
    private static long parse(String text) {
        int hours = text.indexOf('.') + 1;
        int minutes = text.indexOf(':') + 1;
        int seconds = text.lastIndexOf(':') + 1;
        long days = hours == 0 ? 0 : number(text.substring(0, hours - 1));
        if (hours >= minutes || minutes >= seconds) {
            return 0;
        }
        long hour = number(text.substring(hours, minutes - 1));
        long minute = number(text.substring(minutes, seconds - 1));
        long second = number(text.substring(seconds));
        return days < 0 || hour < 0 || minute < 0 || second < 0
                ? 0
                : (((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000;
    }

    private static long number(String digits) {
        long number = digits.isEmpty() || digits.length() > 5 ? -1 : 0;
        for (int i = 0; number >= 0 && i < digits.length(); i++) {
            char c = digits.charAt(i);
            number = c >= '0' && c <= '9' ? number * 10 + c - '0' : -1;
        }
        return number;
    }
}
