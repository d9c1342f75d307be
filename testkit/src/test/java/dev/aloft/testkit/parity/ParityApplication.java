package dev.aloft.testkit.parity;

import dev.aloft.HttpHandler;
import dev.aloft.aws.LambdaEntryPoint;
import dev.aloft.azure.AzureEntryPoint;
import dev.aloft.gcp.GcpEntryPoint;
import dev.aloft.local.Main;
import dev.aloft.runtime.FunctionRuntime;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The echo functions as a user would build them: one jar with the functions, what the processor wrote, and Aloft. */
final class ParityApplication {
    private ParityApplication() {}

    static Path jar(Path folder) throws IOException {
        Path content = Files.createDirectories(folder.resolve("content"));
        Path functions = origin(EchoFunctions.class);
        copy(functions, functions.resolve("dev/aloft/testkit/parity"), content);
        copyProcessorOutput(functions, content);
        for (Class<?> anyClass : List.of(
                HttpHandler.class,
                FunctionRuntime.class,
                LambdaEntryPoint.class,
                AzureEntryPoint.class,
                GcpEntryPoint.class,
                Main.class)) {
            copyAll(origin(anyClass), content);
        }
        return pack(content, folder.resolve("parity.jar"));
    }

    private static void copyProcessorOutput(Path functions, Path content) throws IOException {
        copy(functions, functions.resolve("META-INF/aloft"), content);
        copy(functions, functions.resolve("host.json"), content);
        copy(functions, functions.resolve("azure.jar"), content);
        try (Stream<Path> folders = Files.list(functions)) {
            for (Path function : folders.filter(folder -> Files.exists(folder.resolve("function.json")))
                    .toList()) {
                copy(functions, function, content);
            }
        }
    }

    private static void copyAll(Path origin, Path content) throws IOException {
        if (Files.isDirectory(origin)) {
            copy(origin, origin, content);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(origin)) {
            copy(jar.getPath("/"), jar.getPath("/"), content);
        }
    }

    private static void copy(Path root, Path start, Path content) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(start)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = content.resolve(root.relativize(file).toString());
            if (!Files.exists(target) && !file.endsWith("module-info.class")) {
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static Path pack(Path content, Path jar) throws IOException {
        Files.deleteIfExists(content.resolve("META-INF/MANIFEST.MF"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Main.class.getName());
        List<Path> files;
        try (Stream<Path> walk = Files.walk(content)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Path entry : files) {
                out.putNextEntry(new ZipEntry(content.relativize(entry).toString()));
                Files.copy(entry, out);
            }
        }
        return jar;
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
