package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/**
 * What {@code java -jar app.jar} runs: a server on this machine for the application's functions for HTTP and messages.
 *
 * <pre>
 * $ java -jar shop.jar
 * Aloft serves 13 functions at http://localhost:8080
 *   POST    /orders        place-order
 *   …
 *   queue   shipments      ship-order
 * </pre>
 *
 * <p>{@code curl -d '{"orderId":"o-1"}' localhost:8080/_local/queues/shipments} sends a message.
 *
 * <p>It listens on the loopback address only, unless {@code --host} names another; {@code --help} explains all options.
 */
public final class Main {
    private static final int CANNOT_START = 1;
    private static final int WRONG_COMMAND_LINE = 2;

    private Main() {}

    /**
     * Serves until the process is stopped; then it answers what has begun, for at most eight seconds.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        Console console = new Console(System.out, System.err);
        int status = run(arguments, System.getenv(), console);
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int run(String[] arguments, Map<String, String> environment, Console console) {
        try {
            Options options = Options.parse(arguments, environment);
            if (options.help()) {
                console.out().print(Options.HELP);
                return 0;
            }
            serve(options, LocalFunctions.start(environment), console);
            return 0;
        } catch (AloftException e) {
            console.report(String.valueOf(e.getMessage()));
            return e.code().equals("ALOFT-122") ? WRONG_COMMAND_LINE : CANNOT_START;
        }
    }

    private static void serve(Options options, LocalFunctions functions, Console console) {
        InetSocketAddress address = address(options);
        boolean withMessages = LocalServer.isLoopback(address);
        RouteTable routes = RouteTable.of(functions.definitions(), withMessages);
        if (routes.size() == 0) {
            throw nothingToServe(withMessages);
        }
        ServerLimits limits = ServerLimits.withBodyLength(options.bodyLength());
        LocalServer server = LocalServer.start(functions, address, limits, console);
        Runtime.getRuntime().addShutdownHook(new Stop(server));
        announce(options, server, routes, console.out());
    }

    private static AloftException nothingToServe(boolean withMessages) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-121",
                withMessages
                        ? "There is no function to serve, neither for HTTP nor for messages. Annotate one, for example with"
                                + " @HttpTrigger, and compile it with the annotation processor dev.aloft:aloft-processor."
                        : "There is no HTTP function to serve, and messages are taken by this machine only: annotate a function"
                                + " with @HttpTrigger, or leave --host out.");
    }

    private static InetSocketAddress address(Options options) {
        return options.host() == null
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port())
                : new InetSocketAddress(options.host(), options.port());
    }

    private static void announce(Options options, LocalServer server, RouteTable routes, PrintStream out) {
        String host = options.host() == null ? "localhost" : server.uri().getHost();
        String count = routes.size() == 1 ? "1 function" : routes.size() + " functions";
        out.println("Aloft serves " + count + " at http://" + host + ":" + server.port());
        out.print(routes.text());
        out.flush();
    }

    /** What the shutdown hook does. */
    private static final class Stop extends Thread {
        private final LocalServer server;

        Stop(LocalServer server) {
            super("aloft-stop");
            this.server = server;
        }

        @Override
        public void run() {
            server.close();
        }
    }
}
