package dev.aloft.testkit.standins;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes of an application in one folder, as Lambda unpacks a jar. */
final class TaskFolder {
    private TaskFolder() {}

    /** All that was compiled together with each of the types. */
    static Path with(Path folder, List<Class<?>> types) throws IOException, URISyntaxException {
        for (Class<?> type : types) {
            Path code = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(code)) {
                copy(code, folder);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(code)) {
                    copy(jar.getPath("/"), folder);
                }
            }
        }
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                if (!Files.exists(copy)) {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
