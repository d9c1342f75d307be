package dev.aloft.testkit.aws;

import dev.aloft.HttpHandler;
import dev.aloft.aws.LambdaEntryPoint;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.spi.PayloadCodec;
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

/** {@link OrderApplication} as it is deployed: with Aloft's classes, a codec, and nothing else. */
final class OrderJar {
    private OrderJar() {}

    static Path in(Path folder) throws IOException {
        Path file = folder.resolve("orders.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (Class<?> type : List.of(HttpHandler.class, FunctionRuntime.class, LambdaEntryPoint.class)) {
                addAll(codeOf(type), jar);
            }
            Path tests = codeOf(OrderJar.class);
            add(tests, tests.resolve("dev/aloft/testkit/aws"), jar);
            put("META-INF/services/" + PayloadCodec.class.getName(), OrderApplication.OrderCodec.class, jar);
            put("META-INF/aloft/index", OrderApplication.class, jar);
        }
        return file;
    }

    private static void put(String name, Class<?> type, JarOutputStream jar) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(type.getName().getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
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
