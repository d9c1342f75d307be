package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The folder from which Lambda's runtime loads the function: classes at its root, jars in its lib folder. */
final class TaskRoot {
    private TaskRoot() {}

    /** The folder itself, or a jar or zip unpacked into a new folder, as Lambda does with what was deployed. */
    static Path of(Path code, Path unpacked) {
        if (Files.isDirectory(code)) {
            return code.toAbsolutePath();
        }
        try (ZipFile zip = new ZipFile(code.toFile())) {
            Files.createDirectories(unpacked);
            for (ZipEntry entry : Collections.list(zip.entries())) {
                unpack(zip, entry, unpacked);
            }
            return unpacked;
        } catch (IOException failure) {
            throw HarnessException.io("Cannot unpack " + code + "; code() takes a folder, a jar or a zip", failure);
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The entry " + entry.getName() + " leads out of the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, target);
        }
    }
}
