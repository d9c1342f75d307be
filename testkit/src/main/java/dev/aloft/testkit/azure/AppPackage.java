package dev.aloft.testkit.azure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The package's root folder; unpacked to a temporary folder if the package is a file. */
record AppPackage(Path root, boolean temporary) implements AutoCloseable {

    static AppPackage open(Path folderOrZip) throws IOException {
        if (Files.isDirectory(folderOrZip)) {
            return new AppPackage(folderOrZip.toAbsolutePath().normalize(), false);
        }
        AppPackage unpacked = new AppPackage(Files.createTempDirectory("azure-package"), true);
        try (ZipFile zip = new ZipFile(folderOrZip.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                unpacked.add(zip, entries.nextElement());
            }
            return unpacked;
        } catch (IOException | RuntimeException e) {
            unpacked.close();
            throw e;
        }
    }

    private void add(ZipFile zip, ZipEntry entry) throws IOException {
        Path file = root.resolve(entry.getName()).normalize();
        if (!file.startsWith(root)) {
            throw new IOException("The entry " + entry.getName() + " would be outside the package.");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, file);
        }
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            Files.walkFileTree(root, new Deletion());
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, java.io.IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
