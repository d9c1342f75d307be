package dev.aloft.testkit.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What every child JVM shares: which java runs it and the environment that it starts from. */
final class JavaLaunch {
    private JavaLaunch() {}

    /** The home of the JDK that runs this test. */
    static Path thisJava() {
        return Path.of(System.getProperty("java.home"));
    }

    static String command(Path javaHome) {
        Path command = javaHome.resolve("bin").resolve("java");
        if (!Files.isExecutable(command)) {
            throw HarnessException.setting(
                    "There is no " + command + ". java() takes the home of a JDK, the folder that holds bin/java.");
        }
        return command.toString();
    }

    /** The same on every machine: UTF-8, UTC and no variable of the test's own but the path to commands. */
    static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin"));
        environment.put("LANG", "C.UTF-8");
        environment.put("TZ", "UTC");
        return environment;
    }
}
