package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder that only this user can read, gone when closed and at the latest when this JVM ends. */
final class TempFolder implements AutoCloseable {
    private final Path path;
    private final Thread shutdownHook = new Thread(this::delete, "temporary folder end");

    private TempFolder(Path path) {
        this.path = path;
    }

    static TempFolder create() {
        try {
            TempFolder folder = new TempFolder(Files.createTempDirectory("aloft-"));
            Runtime.getRuntime().addShutdownHook(folder.shutdownHook);
            return folder;
        } catch (IOException failure) {
            throw HarnessException.io("Cannot make a folder in " + System.getProperty("java.io.tmpdir"), failure);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException shuttingDown) {
            return; // the JVM is ending: the hook does it
        }
        delete();
    }

    private void delete() {
        try {
            Files.walkFileTree(path, new Removal());
        } catch (IOException failure) {
            throw HarnessException.io("Cannot delete " + path, failure);
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
