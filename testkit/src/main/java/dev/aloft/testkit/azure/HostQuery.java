package dev.aloft.testkit.azure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The query as the host parses it: names compare without case, escapes that are not valid stay.
 *
 * @see <a href="https://github.com/dotnet/aspnetcore/blob/main/src/Http/Http/src/Features/QueryFeature.cs">QueryFeature</a>
 */
final class HostQuery {
    private HostQuery() {}

    static Map<String, List<String>> parse(String query) {
        Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String pair : (query.isEmpty() ? "" : query.substring(1)).split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                values.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        StringBuilder decoded = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            boolean slash = PercentRun.octet(text, at) == '/';
            PercentRun run = slash ? new PercentRun("/", 3) : PercentRun.at(text, at);
            decoded.append(run.text().equals("+") && run.length() == 1 ? " " : run.text());
            at += run.length();
        }
        return decoded.toString();
    }
}
