package dev.aloft.processor;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Source texts as the user would write them, and what the compiler makes of them with the processor. */
final class Sources {
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|enum|interface) (\\w+)");
    private static final String IMPORTS = "import dev.aloft.*;\n";

    /** What a user has at least; the compiler would read the lists of all jars of the tests each time. */
    private static final List<File> CLASS_PATH =
            List.of(Folder.api().toFile(), Folder.jspecify().toFile());

    private Sources() {}

    static Compilation compile(String... sources) {
        return compile(List.of(), sources);
    }

    static Compilation compile(List<String> options, String... sources) {
        List<Object> arguments = new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror"));
        arguments.addAll(options);
        return javac().withProcessors(new FunctionProcessor())
                .withOptions(arguments)
                .withClasspath(CLASS_PATH)
                .compile(Arrays.stream(sources).map(Sources::file).toList());
    }

    /** A source file under the name that its package and first type demand. */
    static JavaFileObject file(String source) {
        Matcher type = TYPE.matcher(source);
        if (!type.find()) {
            return JavaFileObjects.forSourceString("module-info", source);
        }
        Matcher packageName = PACKAGE.matcher(source);
        String prefix = packageName.find() ? packageName.group(1) + "." : "";
        return JavaFileObjects.forSourceString(prefix + type.group(1), source);
    }

    /** A handler class in the package {@code shop}, with the API imported. */
    static String handler(String annotations, String simpleName) {
        return "package shop;\n" + IMPORTS + annotations + "\npublic class " + simpleName
                + " implements HttpHandler {\n"
                + "    public HttpResponse handle(HttpRequest request, Context context) {\n"
                + "        return HttpResponse.ok(\"" + simpleName + "\");\n    }\n}\n";
    }

    static String handler(String simpleName, String method, String path) {
        return handler("@HttpTrigger(method = \"" + method + "\", path = \"" + path + "\")", simpleName);
    }

    static String shop(String type) {
        return "package shop;\n" + IMPORTS + type;
    }

    static String generatedFile(Compilation compilation, String path) {
        return new String(generatedBytes(compilation, path), StandardCharsets.UTF_8);
    }

    static byte[] generatedBytes(Compilation compilation, String path) {
        JavaFileObject file = compilation
                .generatedFile(StandardLocation.CLASS_OUTPUT, path)
                .orElseThrow(() -> new AssertionError("No " + path + " in " + compilation.generatedFiles()));
        return bytes(file);
    }

    static String generatedSource(Compilation compilation, String className) {
        JavaFileObject file = compilation
                .generatedSourceFile(className)
                .orElseThrow(() -> new AssertionError("No " + className + " in " + compilation.generatedFiles()));
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    static byte[] bytes(JavaFileObject file) {
        try (InputStream stream = file.openInputStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An expected file beside the tests. */
    static String expected(String resource) {
        try (InputStream stream = Sources.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
