package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code java -jar app.jar} runs: a server on this machine for the application's functions.
 *
 * <pre>
 * $ java -jar shop.jar
 * Aloft serves 13 functions at http://localhost:8080
 *   POST    /orders        place-order
 *   …
 *   queue   shipments      ship-order
 *   storage  uploads       make-thumbnail  /tmp/aloft-8214937/uploads
 * </pre>
 *
 * <p>{@code curl -d '{"orderId":"o-1"}' localhost:8080/_local/queues/shipments} sends a message. A file in a
 * bucket's folder is a stored object, and schedules fire by the clock.
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
            serve(options, LocalFunctions.start(environment).with(options.setup()), console);
            return 0;
        } catch (AloftException e) {
            console.report(String.valueOf(e.getMessage()));
            return e.code().equals("ALOFT-122") ? WRONG_COMMAND_LINE : CANNOT_START;
        }
    }

    private static void serve(Options options, LocalFunctions functions, Console console) {
        InetSocketAddress address = address(options);
        boolean local = LocalServer.isLoopback(address);
        RouteTable routes = RouteTable.of(functions.definitions(), local);
        if (routes.size() == 0) {
            throw nothingToServe(local);
        }
        if (!local && !options.folders().isEmpty()) {
            throw Options.wrong("--folder is for this machine only, so --host cannot let others in");
        }
        ServerLimits limits = ServerLimits.withBodyLength(options.bodyLength());
        LocalServer server = LocalServer.start(functions, address, limits, console);
        Folders folders = local ? alive(options, functions.sources(), server, console) : null;
        Runtime.getRuntime().addShutdownHook(new Stop(server, folders));
        announce(options, server, routes.text(folders), console.out());
    }

    /** Lets schedules fire by the clock and makes buckets folders, which is for this machine only. */
    private static Folders alive(Options options, Sources sources, LocalServer server, Console console) {
        try {
            Folders folders = Folders.open(sources, options.folders(), options.settle(), console);
            sources.timetable().runByClock();
            return folders;
        } catch (AloftException e) {
            server.close();
            throw e;
        }
    }

    private static AloftException nothingToServe(boolean local) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-121",
                local
                        ? "There is no function to serve: none for HTTP, messages, storage, schedules or database changes. Annotate"
                                + " one, for example with @HttpTrigger, and compile it with the annotation processor"
                                + " dev.aloft:aloft-processor."
                        : "There is no HTTP function to serve, and where others can reach the server no other one runs: annotate a"
                                + " function with @HttpTrigger, or leave --host out.");
    }

    private static InetSocketAddress address(Options options) {
        return options.host() == null
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port())
                : new InetSocketAddress(options.host(), options.port());
    }

    private static void announce(Options options, LocalServer server, String routes, PrintStream out) {
        String host = options.host() == null ? "localhost" : server.uri().getHost();
        long count = routes.lines().count();
        String functions = count == 1 ? "1 function" : count + " functions";
        out.println("Aloft serves " + functions + " at http://" + host + ":" + server.port());
        out.print(routes);
        if (!options.setup().profileName().equals("calm")) {
            out.println(
                    "Messages and events come as the profile " + options.setup().profileName() + " has it, with --seed "
                            + options.setup().seed());
        }
        out.flush();
    }

    /** What the shutdown hook does. */
    private static final class Stop extends Thread {
        private final LocalServer server;
        private final @Nullable Folders folders;

        Stop(LocalServer server, @Nullable Folders folders) {
            super("aloft-stop");
            this.server = server;
            this.folders = folders;
        }

        @Override
        public void run() {
            try {
                server.close();
            } finally {
                if (folders != null) {
                    folders.close();
                }
            }
        }
    }
}
