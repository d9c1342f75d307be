package dev.aloft.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every Java or XML snippet of a page stands, to the letter, in a file that is compiled or built. */
class SnippetsTest {
    private static final Pattern SNIPPET =
            Pattern.compile("(?:<!-- from (\\S+) -->\\n)?```(java|xml)\\n(.*?)```", Pattern.DOTALL);

    private final Path root = Path.of("..").toAbsolutePath().normalize();

    @Test
    void snippetsComeFromRealFiles() throws IOException {
        List<String> checked = new ArrayList<>();
        for (Path page : pages()) {
            Matcher snippet = SNIPPET.matcher(Files.readString(page));
            while (snippet.find()) {
                String source = snippet.group(1);
                assertThat(source)
                        .as("%s: a snippet without its source: %s", page, snippet.group(3))
                        .isNotNull();
                assertThat(Files.readString(root.resolve(source)))
                        .as("%s: the snippet is not in %s", page, source)
                        .contains(snippet.group(3));
                checked.add(source);
            }
        }

        assertThat(checked).contains("samples/hello/src/main/java/com/example/Hello.java");
    }

    private List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(root.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }
}
