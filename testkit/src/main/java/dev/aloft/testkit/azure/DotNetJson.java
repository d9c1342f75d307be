package dev.aloft.testkit.azure;

import dev.aloft.Attributes;
import dev.aloft.runtime.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Values of .NET as the host's JSON library writes them.
 *
 * @see <a href="https://www.newtonsoft.com/json/help/html/DatesInJSON.htm">Serializing Dates in JSON</a>
 */
final class DotNetJson {
    private DotNetJson() {}

    /** A DateTimeOffset in UTC, with seven digits of a second at most. */
    static String offsetTime(Instant time) {
        return "\"" + ticks(time) + "+00:00\"";
    }

    /** A DateTime that does not say that it is UTC. */
    static String zonelessTime(Instant time) {
        return "\"" + ticks(time) + "\"";
    }

    /** A DateTime in UTC. */
    static String utcTime(Instant time) {
        return "\"" + ticks(time) + "Z\"";
    }

    private static String ticks(Instant time) {
        String text = time.truncatedTo(ChronoUnit.MICROS).toString();
        return text.substring(0, text.length() - 1);
    }

    /** A dictionary of text values. */
    static void properties(Attributes attributes, JsonWriter json) {
        json.beginObject();
        for (int i = 0; i < attributes.size(); i++) {
            json.name(attributes.name(i)).string(attributes.value(i));
        }
        json.endObject();
    }

    static String properties(Attributes attributes) {
        JsonWriter json = new JsonWriter();
        properties(attributes, json);
        return text(json);
    }

    /** An array of times, each in quotes already. */
    static String array(List<String> values) {
        return "[" + String.join(",", values) + "]";
    }

    static String text(JsonWriter json) {
        return new String(json.toByteArray(), StandardCharsets.UTF_8);
    }
}
