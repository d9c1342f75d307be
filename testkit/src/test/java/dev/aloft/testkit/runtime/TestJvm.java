package dev.aloft.testkit.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM with this test's class path, for what a whole JVM does. */
final class TestJvm {
    private TestJvm() {}

    static ChildProcess start(String flag, Class<?> main, String... arguments) {
        return start(command(flag, main, arguments));
    }

    /**
     * The same on a machine that has no commands, so that no namespace can be made; it is in one itself, so that what it binds stays
     * there.
     */
    static ChildProcess startWithoutCommands(String flag, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/env", "PATH=/nowhere"));
        command.addAll(command(flag, main, arguments));
        return start(LoopbackNamespace.find().orElseThrow().command(command));
    }

    private static ChildProcess start(List<String> command) {
        return ChildProcess.start(
                "test JVM", command, JavaLaunch.environment(), Path.of("").toAbsolutePath());
    }

    private static List<String> command(String flag, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(JavaLaunch.command(JavaLaunch.thisJava()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add(flag);
        command.add("-D" + RuntimeJar.FOLDER + "=" + System.getProperty(RuntimeJar.FOLDER));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}
