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

/** The retry policy that the build writes into the {@code function.json} of a function for a stream. */
final class GeneratedPolicy {
    private static final String FUNCTION = """
            package app;
            import dev.aloft.*;
            @StreamTrigger("clicks")
            public final class Count implements MessageHandler<String> {
                public void handle(Message<String> message, Context context) {}
            }
            """;

    private GeneratedPolicy() {}

    /**
     * How often an invocation that failed is repeated: -1 without end, 0 if there is no policy.
     *
     * @param service {@code event-hubs} or {@code kafka}
     */
    static int maxRetries(String service) {
        try {
            Path folder = Files.createTempDirectory("aloft-generated");
            try {
                compile(folder, "-Aaloft.azure.bindings=clicks:" + service);
                return maxRetries(Files.readAllBytes(folder.resolve("count/function.json")));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path folder, String option) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:only", option);
        JavaCompiler.CompilationTask task = compiler.getTask(null, null, null, options, null, List.of(new Source()));
        task.setProcessors(List.of(new FunctionProcessor()));
        if (!task.call()) {
            throw new IllegalStateException("The function for a stream does not compile.");
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
        Source() {
            super(URI.create("string:///app/Count.java"), JavaFileObject.Kind.SOURCE);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return FUNCTION;
        }
    }
}
