package dev.aloft.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A folder into which an application is compiled while a server looks at it. */
final class CompiledClasses {
    private static final String MARK = "version-000";

    private final Path folder;
    /** As they were compiled, by their names. */
    private final Map<String, byte[]> compiled = new TreeMap<>();

    CompiledClasses(Path folder) {
        this.folder = folder;
    }

    /** One source that is not in a file. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** An application {@code app.Index} whose functions have the given definitions and expressions for their handlers. */
    static CompiledClasses application(Path folder, String definitions, String... cases) throws IOException {
        CompiledClasses classes = new CompiledClasses(folder);
        classes.compile("app/Index", """
                package app;
                import dev.aloft.*;
                import dev.aloft.spi.*;
                public final class Index implements FunctionIndex {
                    public java.util.List<FunctionDefinition> functions() {
                        return java.util.List.of(%s);
                    }
                    public Object handler(String name, HandlerFactory factory) throws Exception {
                        return switch (name) { %s default -> throw new IllegalStateException(name); };
                    }
                    public java.lang.reflect.Type payloadType(String name) { return String.class; }
                }
                """.formatted(definitions, String.join(" ", cases)));
        return classes;
    }

    /** Compiles a class, which may use those that were compiled before. */
    CompiledClasses compile(String name, String text) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        Path out = Files.createTempDirectory("compiled");
        try {
            List<JavaFileObject> sources = List.of(new Source(name, text));
            String classPath = System.getProperty("java.class.path") + java.io.File.pathSeparator + folder;
            List<String> options = List.of("-proc:none", "-cp", classPath, "-d", out.toString());
            if (!compiler.getTask(problems, null, null, options, null, sources).call()) {
                throw new IllegalArgumentException(problems.toString());
            }
            try (Stream<Path> files = Files.walk(out)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String path = out.relativize(file).toString().replace('\\', '/');
                    compiled.put(path, Files.readAllBytes(file));
                }
            }
        } finally {
            Folders.remove(out);
        }
        write(0);
        return this;
    }

    /** Writes all classes, with a number in place of that in the texts of the sources. */
    void write(int version) throws IOException {
        for (String name : compiled.keySet()) {
            write(name, bytes(name, version));
        }
        write("META-INF/aloft/index", "app.Index\n".getBytes(ISO_8859_1));
    }

    /** What the compiler would have made of a class whose text says {@code version-017}. */
    byte[] bytes(String name, int version) {
        String text = new String(compiled.get(name), ISO_8859_1);
        return text.replace(MARK, text(version)).getBytes(ISO_8859_1);
    }

    static String text(int version) {
        return MARK.substring(0, MARK.length() - 3) + String.format("%03d", version);
    }

    void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    void delete(String name) throws IOException {
        Files.delete(folder.resolve(name));
    }

    void deleteAll() throws IOException {
        Folders.remove(folder);
    }
}
