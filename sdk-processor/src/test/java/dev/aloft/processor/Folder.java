package dev.aloft.processor;

import dev.aloft.HttpTrigger;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** Compiles into a folder as a build tool does, so that what was written can be looked at and loaded. */
final class Folder {
    private final Path path;
    private String messages = "";

    Folder(Path path) {
        this.path = path;
    }

    /** Whether the compilation succeeded. */
    boolean compile(List<String> options, String... sources) {
        List<String> arguments = new ArrayList<>(List.of("-d", path.toString(), "-Xlint:all,-processing", "-Werror"));
        arguments.addAll(options);
        JavaCompiler.CompilationTask task = task(arguments, sources);
        task.setProcessors(List.of(new FunctionProcessor()));
        return task.call();
    }

    private JavaCompiler.CompilationTask task(List<String> arguments, String... sources) {
        StringWriter output = new StringWriter() {
            @Override
            public void flush() {
                messages = toString();
            }
        };
        return ToolProvider.getSystemJavaCompiler()
                .getTask(
                        output,
                        null,
                        null,
                        arguments,
                        null,
                        Arrays.stream(sources).map(Sources::file).toList());
    }

    /** What the compiler printed. */
    String messages() {
        return messages;
    }

    /** The files' paths, sorted. */
    List<String> files() {
        try (Stream<Path> files = Files.walk(path)) {
            return new ArrayList<>(files.filter(Files::isRegularFile)
                    .map(file -> path.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String file) {
        try {
            return Files.readString(path.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the API and JSpecify are, for a compilation that does not see the tests' own class path. */
    static Path api() {
        return location(HttpTrigger.class);
    }

    static Path jspecify() {
        return location(NullMarked.class);
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
