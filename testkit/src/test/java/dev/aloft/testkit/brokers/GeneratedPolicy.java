package dev.aloft.testkit.brokers;

import dev.aloft.processor.FunctionProcessor;
import dev.aloft.runtime.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The retry policy that the build writes into the {@code function.json} of a function. */
final class GeneratedPolicy {
    private static final String STREAM = """
            package app;
            import dev.aloft.*;
            @StreamTrigger("source")
            public final class Count implements MessageHandler<String> {
                public void handle(Message<String> message, Context context) {}
            }
            """;
    private static final String TABLE = """
            package app;
            import dev.aloft.*;
            @ChangeTrigger("source")
            public final class Count implements ChangeHandler<Document> {
                public void handle(ChangeEvent<Document> change, Context context) {}
            }
            """;
    private static final String SCHEDULE = """
            package app;
            import dev.aloft.*;
            @ScheduleTrigger(cron = "30 3 * * *")
            public final class Count implements ScheduleHandler {
                public void handle(ScheduleEvent firing, Context context) {}
            }
            """;

    private GeneratedPolicy() {}

    /**
     * How often an invocation for a stream that failed is repeated: -1 without end, 0 if there is no policy.
     *
     * @param service {@code event-hubs} or {@code kafka}
     */
    static int ofStream(String service) {
        return maxRetries(STREAM, "-Aaloft.azure.bindings=source:" + service);
    }

    /** The same for a container of Cosmos DB. */
    static int ofContainer() {
        return maxRetries(TABLE, "-Aaloft.azure.bindings=source:cosmos-db");
    }

    /** The same for a timer. */
    static int ofTimer() {
        return maxRetries(SCHEDULE, "-parameters");
    }

    private static int maxRetries(String function, String option) {
        try {
            Path folder = Files.createTempDirectory("aloft-generated");
            try {
                compile(function, folder, option);
                return maxRetries(Files.readAllBytes(folder.resolve("count/function.json")));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(String function, Path folder, String option) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:only", option);
        JavaCompiler.CompilationTask task =
                compiler.getTask(null, null, null, options, null, List.of(new Source(function)));
        task.setProcessors(List.of(new FunctionProcessor()));
        if (!task.call()) {
            throw new IllegalStateException("The function does not compile:\n" + function);
        }
    }

    private static int maxRetries(byte[] functionJson) {
        int retries = 0;
        JsonReader json = new JsonReader(functionJson);
        json.beginObject();
        while (json.hasNext()) {
            if (!json.name().equals("retry")) {
                json.skip();
                continue;
            }
            json.beginObject();
            while (json.hasNext()) {
                if (json.name().equals("maxRetryCount")) {
                    retries = (int) json.int64();
                } else {
                    json.skip();
                }
            }
            json.endObject();
        }
        json.endObject();
        return retries;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String code;

        Source(String code) {
            super(URI.create("string:///app/Count.java"), JavaFileObject.Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
