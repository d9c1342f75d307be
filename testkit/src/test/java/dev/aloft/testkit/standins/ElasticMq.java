package dev.aloft.testkit.standins;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** ElasticMQ, which speaks SQS's protocol. */
final class ElasticMq {
    private static final Path JARS = Path.of("stand-ins", "target", "elasticmq").toAbsolutePath();

    private ElasticMq() {}

    /** Why it cannot run here. */
    static Optional<String> unavailableReason() {
        return Files.isDirectory(JARS)
                ? Optional.empty()
                : Optional.of("ElasticMQ is not here; ./mvnw -f testkit/stand-ins/pom.xml package fetches it");
    }

    static StandIn start(Path folder) {
        int port = StandIn.freePort();
        Path configuration = folder.resolve("elasticmq.conf");
        try {
            Files.writeString(configuration, """
                    node-address { protocol = http, host = localhost, port = %d, context-path = "" }
                    rest-sqs { enabled = true, bind-port = %d, bind-hostname = "127.0.0.1", sqs-limits = strict }
                    rest-stats { enabled = false }
                    generate-node-address = false
                    queues { }
                    """.formatted(port, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-Xmx256m",
                "-Dconfig.file=" + configuration,
                "-cp",
                JARS + File.separator + "*",
                "org.elasticmq.server.Main");
        return StandIn.start(command, port, folder);
    }
}
