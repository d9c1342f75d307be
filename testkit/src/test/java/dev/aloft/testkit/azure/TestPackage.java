package dev.aloft.testkit.azure;

import dev.aloft.processor.FunctionProcessor;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A package made by hand: small classes compiled into it, the stub jar, and the JSON files as given. */
final class TestPackage {
    /** What every hand-made entry class imports. */
    static final String IMPORTS = """
            package app;
            import com.microsoft.azure.functions.*;
            import com.microsoft.azure.functions.annotation.*;
            import java.util.*;
            """;

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** One for all, since each would read the lists of all jars again. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private final Path root;

    private TestPackage(Path root) {
        this.root = root;
    }

    static TestPackage in(Path root) throws IOException {
        TestPackage made = new TestPackage(root);
        made.file("host.json", "{\"version\":\"2.0\",\"extensions\":{\"http\":{\"routePrefix\":\"\"}}}");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "./");
        try (OutputStream jar = Files.newOutputStream(root.resolve("azure.jar"))) {
            new JarOutputStream(jar, manifest).close();
        }
        return made;
    }

    Path root() {
        return root;
    }

    TestPackage file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** An HTTP function with all methods, open to everyone. */
    TestPackage http(String name, String entryPoint, String route) throws IOException {
        return http(name, entryPoint, route, "\"authLevel\":\"anonymous\"");
    }

    TestPackage http(String name, String entryPoint, String route, String moreOfTheTrigger) throws IOException {
        return file(name + "/function.json", """
                {"scriptFile":"../azure.jar","entryPoint":"%s","bindings":[
                  {"type":"httpTrigger","direction":"in","name":"request","route":"%s",%s},
                  {"type":"http","direction":"out","name":"$return"}]}
                """.formatted(entryPoint, route, moreOfTheTrigger));
    }

    /** Compiles one class of the package {@code app}; its body is what stands between the braces. */
    TestPackage entry(String simpleName, String body) {
        return compile(simpleName, IMPORTS + "public class " + simpleName + " {\n" + body + "\n}");
    }

    TestPackage compile(String simpleName, String source) {
        return compile(simpleName, source, "-proc:none");
    }

    /** Compiles with the annotation processor, which writes the package's other files. */
    TestPackage generate(String simpleName, String source, String option) {
        return compile(simpleName, source, option);
    }

    private TestPackage compile(String simpleName, String source, String option) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<String> options =
                List.of("-d", root.toString(), option, "-cp", System.getProperty("java.class.path") + ":" + root);
        JavaCompiler.CompilationTask task =
                COMPILER.getTask(null, FILES, problems, options, null, List.of(new Source(simpleName, source)));
        if (!option.equals("-proc:none")) {
            task.setProcessors(List.of(new FunctionProcessor()));
        }
        if (!task.call()) {
            throw new IllegalArgumentException(problems.getDiagnostics().toString());
        }
        return this;
    }

    /** Copies all that the test's class path has in the jar or folder of one class. */
    TestPackage with(Class<?> oneOfThem) throws IOException, URISyntaxException {
        Path location = Path.of(
                oneOfThem.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(location)) {
            return copy(location);
        }
        try (FileSystem jar = FileSystems.newFileSystem(location)) {
            return copy(jar.getPath("/"));
        }
    }

    private TestPackage copy(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            // A shaded jar has no module descriptors either.
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("module-info.class"))
                    .toList()) {
                Path to = root.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return this;
    }

    AzureWorkerEmulation open() throws IOException {
        return AzureWorkerEmulation.open(root);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        private Source(String simpleName, String text) {
            super(URI.create("string:///app/" + simpleName + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
