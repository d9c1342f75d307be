package dev.aloft.benchmarks;

import dev.aloft.benchmarks.bare.BareServer;
import dev.aloft.local.Main;
import dev.aloft.testkit.runtime.JarHarness;
import dev.aloft.testkit.runtime.ProcessUsage;
import dev.aloft.testkit.runtime.RawHttpClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An application that {@code java -jar} starts; it prints its address.
 *
 * @param work what it is asked
 */
record JarContestant(String name, Path jar, List<String> arguments, HttpWork work) implements Contestant {
    static final String BARE = "JDK HttpServer alone";
    static final String ALOFT = "Aloft, java -jar";
    static final String SHOP = "Aloft, java -jar shop.jar";

    private static final Pattern ADDRESS = Pattern.compile("http://(?:localhost|127\\.0\\.0\\.1):(\\d+)");

    /** The sample shop, which also makes folders for buckets and delivers messages, if its jar has been built. */
    static List<JarContestant> all(Deployments deployments) throws IOException {
        List<JarContestant> all = new ArrayList<>();
        all.add(new JarContestant(BARE, deployments.bare().jar(BareServer.class), List.of(), HttpWork.greet("/greet")));
        all.add(new JarContestant(
                ALOFT,
                deployments.aloftWithoutCodec().jar(Main.class),
                List.of("--port", "0"),
                HttpWork.greet("/text/greet")));
        if (Files.exists(ShopJar.PATH)) {
            all.add(new JarContestant(SHOP, ShopJar.PATH, List.of("--port", "0"), HttpWork.welcome()));
        }
        return all;
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
        return new Server(application, new HttpCalls(this, client, work));
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
