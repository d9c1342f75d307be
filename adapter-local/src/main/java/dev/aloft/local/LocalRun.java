package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code java -jar} keeps running: the server, the buckets' folders and, where it is asked for, the look-out for changed classes. */
final class LocalRun implements AutoCloseable {
    private final Options options;
    private final Console console;
    private final LocalFunctions functions;
    private final LocalServer server;
    private final @Nullable Reloader reloader;
    private @Nullable Folders folders;

    private LocalRun(Options options, Console console, Version version, @Nullable Reloader reloader) {
        this.options = options;
        this.console = console;
        this.reloader = reloader;
        this.functions = LocalFunctions.of(version, options.setup());
        ServerLimits limits = ServerLimits.withBodyLength(options.bodyLength());
        this.server = LocalServer.start(functions, address(options), limits, console);
    }

    /**
     * Begins to serve, and says so.
     *
     * @throws AloftException if the application or the command line is wrong
     */
    static LocalRun start(Options options, Map<String, String> environment, Console console) {
        boolean local = LocalServer.isLoopback(address(options));
        Reloader reloader = options.reload().isEmpty()
                ? null
                : new Reloader(ClassFolders.of(options.reload()), environment, console);
        Version version = reloader == null ? Version.of(null, environment) : reloader.first();
        requireServable(version, local);
        if (!local && !options.folders().isEmpty()) {
            throw Options.wrong("--folder is for this machine only, so --host cannot let others in");
        }
        Recorder recorder = options.setup().recorder();
        if (recorder != null) {
            List<String> watched = new ArrayList<>(options.folders().values());
            watched.addAll(options.reload());
            recorder.open(watched);
        }
        LocalRun run = new LocalRun(options, console, version, reloader);
        run.begin(local);
        return run;
    }

    private synchronized void begin(boolean local) {
        try {
            folders = local ? openFolders() : null;
        } catch (AloftException e) {
            server.close();
            throw e;
        }
        announce();
        if (reloader != null) {
            reloader.start(this);
        }
    }

    /** Lets schedules fire by the clock and makes buckets folders, which is for this machine only. */
    private Folders openFolders() {
        Sources sources = functions.sources();
        Folders opened = Folders.open(sources, options.folders(), options.settle(), console);
        sources.timetable().runByClock();
        return opened;
    }

    /**
     * Goes on with other classes.
     *
     * @return the former version
     * @throws AloftException if there is nothing to serve (ALOFT-121), or a route under {@code /_local} (ALOFT-128); then the former
     *     version goes on
     */
    synchronized Version switchTo(Version next) {
        requireServable(next, LocalServer.isLoopback(address(options)));
        Version former = functions.version();
        boolean same = server.switchTo(next);
        if (!same && folders != null) {
            folders.close();
            reopenFolders();
        }
        if (!next.declaresAs(former)) {
            announce();
        }
        return former;
    }

    private void reopenFolders() {
        try {
            folders = openFolders();
        } catch (AloftException e) {
            console.report(String.valueOf(e.getMessage()));
            functions.sources().timetable().runByClock();
        }
    }

    private static void requireServable(Version version, boolean local) {
        if (RouteTable.of(version.functions(), local).size() == 0) {
            throw nothingToServe(local);
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

    private void announce() {
        String host = options.host() == null ? "localhost" : server.uri().getHost();
        boolean local = LocalServer.isLoopback(address(options));
        String uri = "http://" + host + ":" + server.port();
        console.serves(
                uri,
                RouteTable.of(functions.definitions(), local).rows(folders),
                local ? uri + LocalEndpoints.PAGE : "",
                options.setup());
    }

    int port() {
        return server.port();
    }

    /** Answers what has begun, for at most eight seconds, stops, and removes temporary folders. */
    @Override
    public void close() {
        if (reloader != null) {
            reloader.close();
        }
        try {
            server.close();
        } finally {
            closeFolders();
        }
    }

    private synchronized void closeFolders() {
        if (folders != null) {
            folders.close();
        }
    }
}
