package dev.aloft.local.engine;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The text of a profile: lines of {@code rule = value | where it is from}, and comments. Values are numbers, yes or no, words, times such
 * as {@code 250ms}, {@code 3s}, {@code 6h}, {@code 7d}, and sizes such as {@code 64KiB}.
 */
final class ProfileTable {
    private static final Map<String, Long> UNITS = Map.of(
            "",
            1L,
            "%",
            1L,
            "ms",
            1L,
            "s",
            1_000L,
            "m",
            60_000L,
            "h",
            3_600_000L,
            "d",
            86_400_000L,
            "KiB",
            1_024L,
            "MiB",
            1_048_576L,
            "MB",
            1_000_000L);

    private final String profile;
    private final Map<String, String> values;
    private final Map<String, String> origins;

    private ProfileTable(String profile, Map<String, String> values, Map<String, String> origins) {
        this.profile = profile;
        this.values = values;
        this.origins = origins;
    }

    static ProfileTable parse(String profile, String text) {
        ProfileTable table = new ProfileTable(profile, new LinkedHashMap<>(), new LinkedHashMap<>());
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                table.add(line);
            }
        }
        return table;
    }

    private void add(String line) {
        int equals = line.indexOf(" = ");
        int bar = line.indexOf(" | ", equals + 1);
        if (equals < 0 || bar < 0) {
            throw malformed(line, "it is not of the form 'rule = value | origin'");
        }
        String rule = line.substring(0, equals).strip();
        values.put(rule, line.substring(equals + 3, bar).strip());
        origins.put(rule, line.substring(bar + 3).strip());
    }

    ProfileTable with(String rule, String value) {
        text(rule);
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(rule, value);
        return new ProfileTable(profile, changed, origins);
    }

    /** Each rule and where its value is from. */
    Map<String, String> origins() {
        return Map.copyOf(origins);
    }

    /** A value as it is written; one rule stands for all kinds of sources that have none of their own, as {@code *.lost}. */
    String text(String rule) {
        String value = values.get(rule);
        if (value == null) {
            value = values.get("*" + rule.substring(Math.max(rule.indexOf('.'), 0)));
        }
        if (value == null) {
            throw malformed(rule, "there is no such rule. There are " + values.keySet());
        }
        return value;
    }

    /** The constant that a word names, in small letters. */
    <E extends Enum<E>> E choice(String rule, E[] choices) {
        String value = text(rule);
        for (E choice : choices) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(value)) {
                return choice;
            }
        }
        throw malformed(rule, "its value " + value + " is none of " + List.of(choices));
    }

    boolean is(String rule) {
        return text(rule).equals("yes");
    }

    int number(String rule) {
        return Math.toIntExact(time(rule));
    }

    /** A time in milliseconds, a size in bytes, or a number. */
    long time(String rule) {
        String value = text(rule);
        int digits = 0;
        while (digits < value.length() && Character.isDigit(value.charAt(digits))) {
            digits++;
        }
        Long unit = UNITS.get(value.substring(digits));
        if (digits == 0 || unit == null) {
            throw malformed(rule, "its value " + value + " is no number with a unit of " + UNITS.keySet());
        }
        return Long.parseLong(value.substring(0, digits)) * unit;
    }

    private AloftException malformed(String rule, String why) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-141",
                "The rule " + rule + " of the profile " + profile + " cannot be used: " + why
                        + ". Correct it as docs/local-engine.md says.");
    }
}
