package dev.aloft.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of docs/local-engine.md that show the profiles side by side. */
class ProfilePageTest {
    private static final Path PAGE = Path.of("../docs/local-engine.md");
    private static final String BEGIN = "<!-- numbers -->\n";
    private static final String END = "<!-- /numbers -->\n";
    private static final List<String> PROFILES = List.of("aws", "azure", "gcp", "strict");

    private final List<String> links = new ArrayList<>();

    @Test
    void pageShowsTheNumbersOfTheProfiles() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);

        String current = page.substring(0, begin) + tables() + page.substring(end);

        if (Boolean.getBoolean("aloft.update")) {
            Files.writeString(PAGE, current);
        }
        assertThat(PAGE)
                .as("docs/local-engine.md is out of date; run this test with -Daloft.update=true")
                .hasContent(current);
    }

    private String tables() {
        StringBuilder text = new StringBuilder("\n| functions |");
        text.append(head());
        row(text, "timeout", rule -> rule, "timeout");
        row(text, "invocations at once in an instance", rule -> rule, "concurrency");
        text.append("\n| source | |").append(head());
        text.insert(text.lastIndexOf("|---|"), "|---");
        for (SourceKind kind : SourceKind.values()) {
            String source = kind.word();
            row(text, source + " | attempts", value -> or(value, "until it is too old"), source + ".attempts");
            row(text, source + " | delay", value -> value, source + ".longest", source + ".first");
            row(text, source + " | age", value -> value, source + ".age");
            row(text, source + " | batch", value -> value, source + ".batch");
            row(text, source + " | payload", value -> or(value, "any"), source + ".payload");
            row(text, source + " | order", value -> value, source + ".order");
        }
        text.append('\n');
        for (int i = 0; i < links.size(); i++) {
            text.append("[n").append(i + 1).append("]: ").append(links.get(i)).append('\n');
        }
        return text.append('\n').toString();
    }

    private static String head() {
        return " " + PROFILES.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" | ")) + " |\n"
                + "|---|---|---|---|---|\n";
    }

    private static String or(String value, String none) {
        return value.equals("0") ? none : value;
    }

    /** The first rule says where the cell is from; with a second one it reaches from that to the first. */
    private void row(StringBuilder text, String title, Function<String, String> shown, String... rules) {
        text.append("| ").append(title).append(" |");
        for (String name : PROFILES) {
            ProfileTable table = Profile.named(name).table();
            String value = rules.length > 1 ? delay(table, rules[1], rules[0]) : shown.apply(table.text(rules[0]));
            text.append(' ')
                    .append(value.equals("none") ? value : linked(value, origin(table.origins(), rules[0])))
                    .append(" |");
        }
        text.append('\n');
    }

    private static String delay(ProfileTable table, String first, String longest) {
        String attempts = table.text(longest.replace("longest", "attempts"));
        String from = table.text(first);
        String to = table.text(longest);
        if (attempts.equals("1")) {
            return "none";
        }
        return to.equals("0") ? "at once" : from.equals(to) ? to : from + " to " + to;
    }

    private static String origin(Map<String, String> origins, String rule) {
        String own = origins.get(rule);
        String origin =
                own != null ? own : Objects.requireNonNull(origins.get("*" + rule.substring(rule.indexOf('.'))));
        return origin.startsWith("as ") && origins.containsKey(origin.substring(3))
                ? origin(origins, origin.substring(3))
                : origin;
    }

    private String linked(String value, String origin) {
        int url = origin.indexOf("https://");
        String text = value;
        if (url >= 0) {
            String link = origin.substring(url);
            if (!links.contains(link)) {
                links.add(link);
            }
            text = "[" + value + "][n" + (links.indexOf(link) + 1) + "]";
        }
        return origin.startsWith("ours") ? "*" + text + "*" : text;
    }
}
