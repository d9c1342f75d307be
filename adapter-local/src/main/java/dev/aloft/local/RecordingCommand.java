package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.Attributes;
import dev.aloft.local.recording.Recording;
import dev.aloft.local.recording.Redaction;
import dev.aloft.local.recording.Result;
import dev.aloft.runtime.NativePayload;
import dev.aloft.runtime.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@code java -jar app.jar replay} and {@code record} run. */
final class RecordingCommand {
    static final String HELP = """
            Replays recordings of invocations, or makes one of a native event; see docs/recordings.md.

              replay FILE...     invokes the functions with what was recorded, without a server
              --log text|json    what is printed: a line for each file, or a JSON object. Default: text

              record FILE        prints a recording of the event in a file
              --provider NAME    where it comes from: aws, azure or gcp
              --function NAME    the function, which Azure names with each event. Default: the event decides
              --entry ENTRY      how it came in: nothing for AWS; "POST /" and the like for a request; for Azure a method of
                                 AzureEntryPoint, for example storageQueue; for Google also cloudevent
              --field NAME=VALUE a header, or a value of the trigger's metadata; may be given several times
              --redact NAME      a name of what is not to be kept, besides those of credentials; may be given several times
              --keep-opaque      keeps bodies that are neither JSON nor a form

            Exit status: 0 if all came to what was recorded, or where nothing was recorded were handled; 1 if not; 2 if the
            command line is wrong.
            """;

    private final Map<String, String> environment;
    private final Map<String, String> given = new HashMap<>();
    private final List<String> files = new ArrayList<>();
    private final Attributes.Builder fields = Attributes.builder();
    private Redaction redaction = Redaction.standard();

    RecordingCommand(String[] arguments, Map<String, String> environment) {
        this.environment = environment;
        for (int i = 1; i < arguments.length; i++) {
            String argument = arguments[i];
            int equals = argument.indexOf('=');
            String name = !argument.startsWith("--") || equals < 0 ? argument : argument.substring(0, equals);
            switch (name) {
                case "--help", "-h" -> given.put("--help", "");
                case "--keep-opaque" -> redaction = redaction.keepingOpaque();
                case "--log", "--provider", "--function", "--entry", "--field", "--redact" -> {
                    if (equals < 0 && i + 1 == arguments.length) {
                        throw Options.wrong(name + " needs a value");
                    }
                    take(name, equals < 0 ? arguments[++i] : argument.substring(equals + 1));
                }
                default -> file(argument);
            }
        }
    }

    private void take(String name, String value) {
        int equals = value.indexOf('=');
        switch (name) {
            case "--field" -> {
                if (equals < 1) {
                    throw Options.wrong("--field is NAME=VALUE, not " + value);
                }
                fields.add(value.substring(0, equals), value.substring(equals + 1));
            }
            case "--redact" -> redaction = redaction.and(value);
            default -> given.put(name, value);
        }
    }

    private void file(String argument) {
        if (argument.startsWith("-")) {
            throw Options.wrong("there is no option " + argument);
        }
        files.add(argument);
    }

    /** Does what the command line says, and gives the exit status. */
    static int run(String[] arguments, Map<String, String> environment) {
        RecordingCommand command = new RecordingCommand(arguments, environment);
        Console console =
                new Console(System.out, System.err, Options.json(command.given.getOrDefault("--log", "text")));
        if (command.given.containsKey("--help")) {
            console.out().print(HELP);
            return 0;
        }
        boolean replays = arguments[0].equals("replay");
        if (!replays && !arguments[0].equals("record")) {
            throw Options.wrong("there is no command " + arguments[0]);
        }
        if (command.files.isEmpty()) {
            throw Options.wrong(arguments[0] + " needs a file");
        }
        return replays ? command.replay(console) : command.record(console);
    }

    private int replay(Console console) {
        Version version = Version.of(null, environment);
        int status = 0;
        for (String file : files) {
            try {
                Recording recording = Recording.read(Path.of(file));
                long start = System.nanoTime();
                Replayed replayed = new Replay(version, console).run(recording);
                print(file, replayed, (System.nanoTime() - start) / 1_000_000, console);
                status = replayed.isAsRecorded() ? status : 1;
            } catch (AloftException e) {
                console.report(file + ": " + e.getMessage());
                status = 1;
            }
        }
        console.out().flush();
        return status;
    }

    private static void print(String file, Replayed replayed, long millis, Console console) {
        if (!console.json()) {
            console.out().println(file + " " + replayed.text() + ", " + millis + " ms");
            return;
        }
        JsonWriter line = new JsonWriter(256).beginObject();
        line.name("time").string(Instant.now().toString()).name("type").string("replay");
        line.name("file").string(file).name("function").string(replayed.function());
        line.name("asRecorded").bool(replayed.isAsRecorded()).name("millis").number(millis);
        write(line.name("outcome"), replayed.results());
        write(line.name("recorded"), replayed.recording().results());
        console.out().println(new String(line.endObject().toByteArray(), StandardCharsets.UTF_8));
    }

    private static void write(JsonWriter line, List<Result> results) {
        line.beginArray();
        for (Result result : results) {
            line.string(result.toString());
        }
        line.endArray();
    }

    private int record(Console console) {
        String provider = given.get("--provider");
        if (files.size() > 1
                || provider == null
                || !List.of("aws", "azure", "gcp").contains(provider)) {
            throw Options.wrong("record needs one file and --provider aws, azure or gcp");
        }
        try {
            byte[] body = Files.readAllBytes(Path.of(files.get(0)));
            NativePayload payload = new NativePayload(
                    given.getOrDefault("--function", ""), given.getOrDefault("--entry", ""), fields.build(), body);
            byte[] text =
                    Recording.ofNative(provider, payload, redaction).text().getBytes(StandardCharsets.UTF_8);
            console.out().write(text, 0, text.length);
            console.out().flush();
            return 0;
        } catch (IOException e) {
            throw Options.wrong("the file cannot be read: " + e);
        }
    }
}
