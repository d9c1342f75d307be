package dev.aloft.testkit.standins;

import java.io.File;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Amazon's DynamoDBLocal, which speaks the protocol of DynamoDB and of its streams.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.html">DynamoDB local</a>
 */
final class DynamoDbLocal {
    private static final Path JARS =
            Path.of("stand-ins", "target", "dynamodb-local").toAbsolutePath();

    private DynamoDbLocal() {}

    /** Why it cannot run here. */
    static Optional<String> unavailableReason() {
        if (!Files.isDirectory(JARS)) {
            return Optional.of("DynamoDBLocal is not here; ./mvnw -f testkit/stand-ins/pom.xml package fetches it");
        }
        return System.getProperty("os.arch").equals("amd64")
                ? Optional.empty()
                : Optional.of("DynamoDBLocal comes without its native library for " + System.getProperty("os.arch"));
    }

    static StandIn start(Path folder) {
        int port = StandIn.freePort();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-Xmx256m",
                "-Dsqlite4java.library.path=" + JARS,
                "-cp",
                ownClasses() + File.pathSeparator + JARS + File.separator + "*",
                DynamoDbLocal.class.getName(),
                "-inMemory",
                "-disableTelemetry",
                "-port",
                Integer.toString(port));
        return StandIn.start(command, port, folder);
    }

    private static Path ownClasses() {
        try {
            return Path.of(DynamoDbLocal.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its own main method would bind every address of the machine, and has no option for that. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Object proxy = Class.forName("com.amazonaws.services.dynamodbv2.local.main.ServerRunner")
                .getMethod("createServerFromCommandLineArgs", String[].class)
                .invoke(null, (Object) arguments);
        Field field = proxy.getClass().getDeclaredField("server");
        field.setAccessible(true);
        Object server = field.get(proxy);
        for (Object connector :
                (Object[]) server.getClass().getMethod("getConnectors").invoke(server)) {
            connector.getClass().getMethod("setHost", String.class).invoke(connector, "127.0.0.1");
        }
        server.getClass().getMethod("start").invoke(server);
    }
}
