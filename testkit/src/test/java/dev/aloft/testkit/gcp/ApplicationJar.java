package dev.aloft.testkit.gcp;

import dev.aloft.HttpHandler;
import dev.aloft.gcp.GcpEntryPoint;
import dev.aloft.runtime.FunctionRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A jar as a user deploys it: Aloft's classes and the application's, and nothing else. */
final class ApplicationJar {
    private ApplicationJar() {}

    /** With the applications of this package; the setting ALOFT_INDEX names one of them. */
    static Path in(Path folder) throws IOException {
        Path file = folder.resolve("application.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (Class<?> type : List.of(HttpHandler.class, FunctionRuntime.class, GcpEntryPoint.class)) {
                addAll(codeOf(type), jar);
            }
            Path tests = codeOf(ApplicationJar.class);
            add(tests, tests.resolve("dev/aloft/testkit/gcp"), jar);
        }
        return file;
    }

    private static Path codeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addAll(Path folderOrJar, JarOutputStream jar) throws IOException {
        if (Files.isDirectory(folderOrJar)) {
            add(folderOrJar, folderOrJar, jar);
            return;
        }
        try (FileSystem content = FileSystems.newFileSystem(folderOrJar)) {
            add(content.getPath("/"), content.getPath("/"), jar);
        }
    }

    private static void add(Path root, Path start, JarOutputStream jar) throws IOException {
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
}
