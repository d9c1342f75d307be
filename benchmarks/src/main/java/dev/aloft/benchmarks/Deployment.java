package dev.aloft.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Puts what a contestant deploys into one folder, as Lambda unpacks an uber jar. */
final class Deployment {
    private final Path folder;

    Deployment(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** The folder as a jar that {@code java -jar} runs. */
    Path jar(Class<?> main) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, main.getName());
        Path jar = folder.resolveSibling(folder.getFileName() + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file, manifest)) {
            for (Path content : files(folder)) {
                entries.putNextEntry(new JarEntry(folder.relativize(content).toString()));
                Files.copy(content, entries);
            }
        }
        return jar;
    }

    /** Adds everything of the jar or class folder that a class comes from. */
    Deployment withJarOf(Class<?> type) throws IOException {
        Path origin = origin(type);
        if (Files.isDirectory(origin)) {
            copy(origin, origin);
            return this;
        }
        try (FileSystem jar = FileSystems.newFileSystem(origin)) {
            Path root = jar.getPath("/");
            copy(root, root);
        }
        return this;
    }

    /** Adds the classes of one package of this module only. */
    Deployment withPackageOf(Class<?> type) throws IOException {
        return withFile(type.getPackageName().replace('.', '/'));
    }

    /** Adds a file or folder of this module, for example the function index. */
    Deployment withFile(String name) throws IOException {
        Path root = origin(Deployment.class);
        copy(root, root.resolve(name));
        return this;
    }

    private void copy(Path root, Path start) throws IOException {
        for (Path file : files(start)) {
            String name = root.relativize(file).toString();
            // What an uber jar leaves out, too.
            if (name.startsWith("META-INF/versions/") || name.equals("META-INF/MANIFEST.MF")) {
                continue;
            }
            Path target = folder.resolve(name);
            if (!Files.exists(target)) {
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static List<Path> files(Path start) throws IOException {
        try (Stream<Path> walk = Files.walk(start)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
