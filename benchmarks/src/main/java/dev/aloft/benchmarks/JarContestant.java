package dev.aloft.benchmarks;

import dev.aloft.benchmarks.bare.BareServer;
import dev.aloft.local.Main;
import dev.aloft.testkit.runtime.JarHarness;
import dev.aloft.testkit.runtime.ProcessUsage;
import dev.aloft.testkit.runtime.RawHttpClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An application that {@code java -jar} starts; it prints its address.
 *
 * @param path the path that is called
 */
record JarContestant(String name, Path jar, List<String> arguments, String path) implements Contestant {
    static final String BARE = "JDK HttpServer alone";
    static final String ALOFT = "Aloft, java -jar";

    private static final Pattern ADDRESS = Pattern.compile("http://(?:localhost|127\\.0\\.0\\.1):(\\d+)");

    static List<JarContestant> all(Deployments deployments) throws IOException {
        return List.of(
                new JarContestant(BARE, deployments.bare().jar(BareServer.class), List.of(), "/greet"),
                new JarContestant(
                        ALOFT, deployments.aloftWithoutCodec().jar(Main.class), List.of("--port", "0"), "/text/greet"));
    }

    @Override
    public Running start(List<String> moreJvmOptions) {
        List<String> options = new ArrayList<>(JVM_OPTIONS);
        options.addAll(moreJvmOptions);
        JarHarness application = JarHarness.builder()
                .jar(jar)
                .arguments(arguments)
                .jvmOptions(options)
                .readyLine(line -> ADDRESS.matcher(line).find())
                .start();
        Matcher address = ADDRESS.matcher(application.readyLine());
        if (!address.find()) {
            throw new IllegalStateException("No address in: " + application.readyLine());
        }
        RawHttpClient client = RawHttpClient.tcp(Integer.parseInt(address.group(1)));
        return new Server(application, new HttpCalls(this, client, HttpWork.greet(path)));
    }

    private record Server(JarHarness application, HttpCalls calls) implements Running {
        @Override
        public Duration call() throws IOException {
            return calls.call();
        }

        @Override
        public Duration startTime() {
            return application.startTime();
        }

        @Override
        public ProcessUsage usage() {
            return application.usage();
        }

        @Override
        public void close() {
            try (application) {
                calls.close();
            }
        }
    }
}
