package dev.aloft.benchmarks;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Puts a contestant's classes into a folder, as Lambda unpacks an uber jar. */
final class Deployment {
    private final Path folder;

    Deployment(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
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
        Path root = origin(type);
        copy(root, root.resolve(type.getPackageName().replace('.', '/')));
        return this;
    }

    /** Adds a file of this module, for example the function index. */
    Deployment withFile(String name) throws IOException {
        Path root = origin(Deployment.class);
        copy(root, root.resolve(name));
        return this;
    }

    private void copy(Path root, Path start) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(start)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = folder.resolve(root.relativize(file).toString());
            if (!Files.exists(target)) {
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
