package dev.aloft.local;

import dev.aloft.AloftException;
import java.util.Map;

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
 * Try them at http://localhost:8080/_local/
 * </pre>
 *
 * <p>{@code curl -d '{"orderId":"o-1"}' localhost:8080/_local/queues/shipments} sends a message. A file in a
 * bucket's folder is a stored object, and schedules fire by the clock.
 *
 * <p>{@code --reload target/classes} lets what is compiled there take effect at once, without a restart.
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
        boolean command = arguments.length > 0 && !arguments[0].startsWith("-");
        int status = run(arguments, System.getenv());
        if (command || status != 0) {
            System.exit(status);
        }
    }

    private static int run(String[] arguments, Map<String, String> environment) {
        Console console = new Console(System.out, System.err);
        try {
            if (arguments.length > 0 && !arguments[0].startsWith("-")) {
                return RecordingCommand.run(arguments, environment);
            }
            Options options = Options.parse(arguments, environment);
            if (options.help()) {
                console.out().print(Options.HELP);
                return 0;
            }
            console = new Console(System.out, System.err, options.json());
            LocalRun run = LocalRun.start(options, environment, console);
            Runtime.getRuntime().addShutdownHook(new Stop(run));
            return 0;
        } catch (AloftException e) {
            console.report(String.valueOf(e.getMessage()));
            return e.code().equals("ALOFT-122") ? WRONG_COMMAND_LINE : CANNOT_START;
        }
    }

    /** What the shutdown hook does. */
    private static final class Stop extends Thread {
        private final LocalRun run;

        Stop(LocalRun run) {
            super("aloft-stop");
            this.run = run;
        }

        @Override
        public void run() {
            run.close();
        }
    }
}
