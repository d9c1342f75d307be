package dev.aloft.testkit.azure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The package's host.json, of which requests see the route prefix. Without the file the host takes its defaults. */
final class HostJson {
    private static final String DEFAULT_PREFIX = "api";

    private HostJson() {}

    static String routePrefix(Path root) throws IOException {
        Path file = root.resolve("host.json");
        if (!Files.exists(file)) {
            return DEFAULT_PREFIX;
        }
        JsonFile json = JsonFile.read(file);
        String version = json.text("version").orElse("(none)");
        if (!json.isEmpty() && !version.equals("2.0")) {
            throw new IllegalArgumentException(
                    "The host does not start: host.json has the version " + version + " instead of \"2.0\".");
        }
        return json.object("extensions").object("http").text("routePrefix").orElse(DEFAULT_PREFIX);
    }
}
