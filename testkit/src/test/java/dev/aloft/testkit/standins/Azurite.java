package dev.aloft.testkit.standins;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Azurite, which speaks the protocols of Azure's Storage queues and blobs. */
final class Azurite {
    private static final Path HOME = Path.of("stand-ins", "target", "azurite").toAbsolutePath();
    private static final Path SERVICES = HOME.resolve("node_modules/azurite/dist/src");

    private Azurite() {}

    /** Why it cannot run here. */
    static Optional<String> unavailableReason() {
        return Files.isDirectory(SERVICES)
                ? Optional.empty()
                : Optional.of(
                        "Azurite is not here; npm --prefix testkit/stand-ins/target/azurite install azurite@3.37.0 fetches it");
    }

    /**
     * Starts one of its services.
     *
     * @param service {@code queue} or {@code blob}
     */
    static StandIn start(String service, Path folder) {
        int port = StandIn.freePort();
        List<String> command = List.of(
                "node",
                SERVICES.resolve(service).resolve("main.js").toString(),
                "--" + service + "Host",
                "127.0.0.1",
                "--" + service + "Port",
                Integer.toString(port),
                "--location",
                folder.toString(),
                "--skipApiVersionCheck",
                "--disableTelemetry");
        return StandIn.start(command, port, folder);
    }
}
