package dev.aloft.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A jar as a user deploys it: Aloft's classes, the application's, and what is put into it, and nothing else. */
public final class DeployedJar implements AutoCloseable {
    private final JarOutputStream jar;

    private DeployedJar(JarOutputStream jar) {
        this.jar = jar;
    }

    /**
     * Begins a jar, which is complete when it is closed.
     *
     * @param file the file
     * @return the jar
     * @throws IOException if it cannot be written
     */
    public static DeployedJar in(Path file) throws IOException {
        return new DeployedJar(new JarOutputStream(Files.newOutputStream(file)));
    }

    /**
     * Adds all that was compiled together with a type.
     *
     * @param type any of it
     * @return this
     * @throws IOException if it cannot be written
     */
    public DeployedJar withModuleOf(Class<?> type) throws IOException {
        Path folderOrJar = codeOf(type);
        if (Files.isDirectory(folderOrJar)) {
            add(folderOrJar, folderOrJar);
            return this;
        }
        try (FileSystem content = FileSystems.newFileSystem(folderOrJar)) {
            add(content.getPath("/"), content.getPath("/"));
        }
        return this;
    }

    /**
     * Adds the tests' classes of one package.
     *
     * @param type any of them
     * @return this
     * @throws IOException if it cannot be written
     */
    public DeployedJar withPackageOf(Class<?> type) throws IOException {
        Path tests = codeOf(type);
        add(tests, tests.resolve(type.getPackageName().replace('.', '/')));
        return this;
    }

    /**
     * Adds a file that names a class.
     *
     * @param name the file's name
     * @param type the class
     * @return this
     * @throws IOException if it cannot be written
     */
    public DeployedJar withNameOf(String name, Class<?> type) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(type.getName().getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
        return this;
    }

    private static Path codeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(Path root, Path start) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(start)) {
            files = found.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("module-info.class"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            jar.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
            try (InputStream bytes = Files.newInputStream(file)) {
                bytes.transferTo(jar);
            }
            jar.closeEntry();
        }
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
