package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Classes of this test as something to deploy. */
final class TestCode {
    private TestCode() {}

    /** The folder in which the class and all others of this module's tests are. */
    static Path folder(Class<?> any) {
        try {
            return Path.of(
                    any.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException invalid) {
            throw new IllegalStateException(invalid);
        }
    }

    /** A jar with nothing but the class and those nested in it; it is also the jar's main class. */
    static Path jar(Path jar, Class<?> main) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Path classFile : classFiles(main)) {
                out.putNextEntry(new JarEntry(
                        folder(main).relativize(classFile).toString().replace('\\', '/')));
                out.write(Files.readAllBytes(classFile));
                out.closeEntry();
            }
        }
        return jar;
    }

    private static List<Path> classFiles(Class<?> main) throws IOException {
        Path folder = folder(main).resolve(main.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            String name = main.getSimpleName();
            return files.filter(file -> isOf(name, file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOf(String name, String file) {
        return file.equals(name + ".class") || file.startsWith(name + "$") && file.endsWith(".class");
    }
}
