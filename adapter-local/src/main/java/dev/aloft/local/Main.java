package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.HttpBinding;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** What {@code java -jar app.jar} runs: a server on this machine for all functions of the application. */
public final class Main {
    private Main() {}

    /**
     * Serves until the process is stopped.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        PrintStream console = System.out;
        try {
            LocalFunctions functions = LocalFunctions.start();
            int port = arguments.length == 2 && arguments[0].equals("--port") ? Integer.parseInt(arguments[1]) : 8080;
            LocalServer server = LocalServer.start(
                    functions, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), console);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            console.println("Aloft serves " + functions.definitions().size() + " functions at http://localhost:" + server.port());
            for (FunctionDefinition function : functions.definitions()) {
                if (function.binding() instanceof HttpBinding http) {
                    console.println("  " + String.join(",", http.methods()) + " " + http.route() + "  " + function.name());
                }
            }
        } catch (AloftException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
