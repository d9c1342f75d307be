package dev.aloft.testkit.standins;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Azurite, which speaks the protocol of Azure's Storage queues. */
final class Azurite {
    private static final Path HOME = Path.of("stand-ins", "target", "azurite").toAbsolutePath();
    private static final Path MAIN = HOME.resolve("node_modules/azurite/dist/src/queue/main.js");

    private Azurite() {}

    /** Why it cannot run here. */
    static Optional<String> unavailableReason() {
        return Files.isRegularFile(MAIN)
                ? Optional.empty()
                : Optional.of(
                        "Azurite is not here; npm --prefix testkit/stand-ins/target/azurite install azurite@3.37.0 fetches it");
    }

    static StandIn start(Path folder) {
        int port = StandIn.freePort();
        List<String> command = List.of(
                "node",
                MAIN.toString(),
                "--queueHost",
                "127.0.0.1",
                "--queuePort",
                Integer.toString(port),
                "--location",
                folder.toString(),
                "--skipApiVersionCheck",
                "--disableTelemetry");
        return StandIn.start(command, port, folder);
    }
}
