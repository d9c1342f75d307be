package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.local.engine.Profile;
import dev.aloft.local.recording.Redaction;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line and the environment ask for.
 *
 * @param help whether only the explanation is wanted
 * @param host the address to serve, or null for this machine alone
 * @param port the port to serve; 0 for any free one
 * @param bodyLength the most bytes of a body
 * @param settle how many milliseconds a file must have been as it is to count
 * @param folders the folders that are buckets, by the buckets' names
 * @param reload the folders of classes that may change while it runs
 * @param json whether the console is for programs
 * @param setup which platform is played, and from when on
 */
record Options(
        boolean help,
        @Nullable String host,
        int port,
        int bodyLength,
        int settle,
        Map<String, String> folders,
        List<String> reload,
        boolean json,
        Setup setup) {
    static final String CALM = "calm";

    private static final List<String> VALUED = List.of(
            "--port",
            "--host",
            "--max-body",
            "--settle",
            "--profile",
            "--seed",
            "--folder",
            "--reload",
            "--record",
            "--redact",
            "--log");

    static final String HELP = """
            Serves the application's functions.

              --port N           the port; 0 takes any free one. Default: PORT in the environment, or 8080
              --host ADDRESS     the address to listen at; 0.0.0.0 lets other machines in. Default: this machine only
              --reload DIR       a folder of the application's classes, for example target/classes; may be given several times. What
                                 is compiled into it takes effect at once
              --log text|json    what is printed: lines to read, or one JSON object for each. Default: text
              --max-body N       the most bytes of a request's body. Default: 10485760
              --folder NAME=DIR  an existing folder that is the bucket NAME; may be given several times. Other buckets get temporary
                                 folders, which are removed at the end
              --profile NAME     how messages and events are delivered. Default: calm, each once and in order, all functions in one
                                 instance. aws, azure and gcp: as there, with several instances of a function, and now and then
                                 twice. strict: the worst of all, which tests use
              --seed N           what chance and new ids follow from, to see the same again
              --settle N         how many milliseconds a file in a bucket's folder must have been unchanged to count. Default: 300
              --record DIR       keeps each invocation as a file in this folder, which is made if need be: the newest 1,000, without the
                                 values of credentials. "replay FILE..." in place of options replays them; see "replay --help"
              --redact NAME      what else is not to be kept: a header, parameter, attribute or property; may be given several times
              --keep-opaque      keeps bodies that are neither JSON nor a form in recordings
              --help             this text

            A file that appears or changes in a bucket's folder is a stored object; one that vanishes is a deleted one. Schedules
            fire by the clock.

            On this machine only, POST /_local/queues/NAME, /_local/topics/NAME and /_local/streams/NAME?key=KEY send a
            message whose payload is the body; a header "Aloft-Attribute: name=value" adds an attribute, and
            "Aloft-Message-Id: id" sets its id. POST /_local/events sends a CloudEvent, binary or structured. GET shows what
            has become of what was sent.
            PUT and DELETE /_local/storage/BUCKET/KEY store and delete an object (?key=KEY for any key), POST
            /_local/schedules/FUNCTION fires now, and POST /_local/databases/NAME sends a change:
            {"before": {"id": "p-1", "price": 9}, "after": {"id": "p-1", "price": 10}}.
            /_local/ is a page with a form for all of that, a timeline, logs and dead letters; POST /_local/dead-letters/FUNCTION
            delivers those again (?id=ID one of them).
            With --reload, requests that have begun end in the classes they began in; all others are answered by the new ones. Where
            the new ones cannot be used, the former ones go on, and the console says why.
            With --host naming an address of others, nothing but HTTP functions runs.

            Settings of the functions are environment variables; ALOFT_FUNCTION selects one function.
            Ctrl-C stops after answering what has begun. Exit status: 0 after --help, 1 if it cannot start,
            2 if the command line is wrong, 130 or 143 after Ctrl-C or a request to terminate.
            """;

    static Options parse(String[] arguments, Map<String, String> environment) {
        Map<String, String> folders = new LinkedHashMap<>();
        List<String> reload = new ArrayList<>();
        List<String> redact = new ArrayList<>();
        Map<String, String> given = given(arguments, folders, reload, redact);
        String portName = given.containsKey("--port") ? "--port" : "PORT";
        String port = given.getOrDefault("--port", environment.get("PORT"));
        return new Options(
                given.containsKey("--help"),
                given.get("--host"),
                number(portName, port, 0, 65_535, 8080),
                number("--max-body", given.get("--max-body"), 0, 1 << 30, ServerLimits.DEFAULT_BODY_LENGTH),
                number("--settle", given.get("--settle"), 0, 60_000, 300),
                folders,
                reload,
                json(given.getOrDefault("--log", "text")),
                setup(given, redact));
    }

    /** The seed is in the ids that are made, so it is another one in each process. */
    private static Setup setup(Map<String, String> given, List<String> redact) {
        String profile = given.getOrDefault("--profile", CALM);
        if (!profile.equals(CALM) && !Profile.NAMES.contains(profile)) {
            throw wrong("--profile is one of " + Profile.NAMES + ", not " + profile);
        }
        Instant now = Instant.now();
        String seed = given.getOrDefault("--seed", Long.toString(now.toEpochMilli()));
        try {
            return new Setup(profile, null, Long.parseLong(seed), now, recorder(given, redact));
        } catch (NumberFormatException e) {
            throw wrong("--seed is a whole number, not " + seed);
        }
    }

    private static @Nullable Recorder recorder(Map<String, String> given, List<String> redact) {
        String folder = given.get("--record");
        if (folder != null) {
            Redaction redaction = Redaction.standard().and(redact.toArray(new String[0]));
            return new Recorder(
                    Path.of(folder), given.containsKey("--keep-opaque") ? redaction.keepingOpaque() : redaction);
        }
        if (!redact.isEmpty() || given.containsKey("--keep-opaque")) {
            throw wrong("--redact and --keep-opaque are for recordings, so they need --record");
        }
        return null;
    }

    private static Map<String, String> given(
            String[] arguments, Map<String, String> folders, List<String> reload, List<String> redact) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            switch (name) {
                case "--help", "-h" -> given.put("--help", "");
                case "--keep-opaque" -> given.put(name, "");
                default -> {
                    if (!VALUED.contains(name)) {
                        throw wrong("there is no option " + name);
                    }
                    if (equals < 0 && i + 1 == arguments.length) {
                        throw wrong(name + " needs a value");
                    }
                    String value = equals < 0 ? arguments[++i] : argument.substring(equals + 1);
                    switch (name) {
                        case "--folder" -> addFolder(value, folders);
                        case "--reload" -> reload.add(value);
                        case "--redact" -> redact.add(value);
                        default -> given.put(name, value);
                    }
                }
            }
        }
        return given;
    }

    static boolean json(String log) {
        return switch (log) {
            case "text" -> false;
            case "json" -> true;
            default -> throw wrong("--log is text or json, not " + log);
        };
    }

    private static void addFolder(String value, Map<String, String> folders) {
        int equals = value.indexOf('=');
        if (equals < 1 || equals == value.length() - 1) {
            throw wrong("--folder is NAME=DIR, a bucket and its folder, not " + value);
        }
        if (folders.put(value.substring(0, equals), value.substring(equals + 1)) != null) {
            throw wrong("--folder names the bucket " + value.substring(0, equals) + " twice");
        }
    }

    private static int number(String name, @Nullable String text, int least, int most, int otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        int number = number(text.strip());
        if (number < least || number > most) {
            throw wrong(name + " is a whole number from " + least + " to " + most + ", not " + text);
        }
        return number;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    static AloftException wrong(String fault) {
        return new AloftException(
                Kind.CONFIGURATION, "ALOFT-122", "The command line is not understood: " + fault + ". See --help.");
    }
}
