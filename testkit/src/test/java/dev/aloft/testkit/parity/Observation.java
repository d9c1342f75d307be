package dev.aloft.testkit.parity;

import dev.aloft.testkit.runtime.HttpField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** What a client sees of an answer, without what only describes the connection or the moment. */
record Observation(int status, List<String> headers, String body) {
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("date", "server", "connection", "content-length", "transfer-encoding", "keep-alive");

    static Observation of(int status, List<HttpField> fields, byte[] body) {
        TreeMap<String, List<String>> sorted = new TreeMap<>();
        for (HttpField field : fields) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (!OF_THE_CONNECTION.contains(name)) {
                String value = name.equals("content-type")
                        ? field.value().replace("; ", ";").toLowerCase(Locale.ROOT)
                        : field.value();
                sorted.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
        List<String> headers = new ArrayList<>();
        sorted.forEach((name, values) -> values.forEach(value -> headers.add(name + ": " + value)));
        return new Observation(status, headers, describe(body));
    }

    /** Text as it is but for the invocation's id, anything else by length and hash. */
    private static String describe(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.length() > 2_000 || text.indexOf('\uFFFD') >= 0) {
            return body.length + " bytes, hash " + Integer.toHexString(Arrays.hashCode(body));
        }
        return text.replaceAll("\"invocationId\":\"[^\"]+\"", "\"invocationId\":\"…\"");
    }

    /** In words, how this differs from what is expected; empty if it does not. */
    List<String> differencesFrom(Observation expected) {
        List<String> differences = new ArrayList<>();
        if (status != expected.status) {
            differences.add("status " + status + " instead of " + expected.status);
        }
        for (String header : without(headers, expected.headers)) {
            differences.add("no `" + header + "`");
        }
        for (String header : without(expected.headers, headers)) {
            differences.add("`" + header + "`");
        }
        addBodyDifference(expected, differences);
        return differences;
    }

    /** Each line counts as often as it stands there: a header that is sent twice is a difference. */
    private static List<String> without(List<String> lines, List<String> from) {
        List<String> left = new ArrayList<>(from);
        lines.forEach(left::remove);
        return left;
    }

    private void addBodyDifference(Observation expected, List<String> differences) {
        if (body.equals(expected.body)) {
            return;
        }
        List<String> lines = body.lines().toList();
        List<String> expectedLines = expected.body.lines().toList();
        List<String> only =
                lines.stream().filter(line -> !expectedLines.contains(line)).toList();
        List<String> missing =
                expectedLines.stream().filter(line -> !lines.contains(line)).toList();
        differences.add("body " + (only.isEmpty() ? "without" : "`" + String.join("`, `", only) + "` instead of")
                + (missing.isEmpty() ? " nothing" : " `" + String.join("`, `", missing) + "`"));
    }
}
