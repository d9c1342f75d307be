package dev.aloft.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The files below a folder by the keys of objects. No link is followed, so nothing outside of the folder is touched. */
final class ObjectFiles {
    private final Path root;

    /** @param root a folder, as a real path */
    ObjectFiles(Path root) {
        this.root = root;
    }

    /** Where the object of a key is. */
    Path path(String key) {
        Path path = root.resolve(KeyPath.of(key)).normalize();
        if (!path.startsWith(root) || path.equals(root)) {
            throw new IllegalStateException("The path of a key leads out of its folder.");
        }
        return path;
    }

    /** Whether there is something, and real folders lead to it. */
    boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && isBelowFolders(path);
    }

    private boolean isBelowFolders(Path path) {
        for (Path folder = path.getParent(); folder != null && !folder.equals(root); folder = folder.getParent()) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
        }
        return true;
    }

    /** Writes a file at once, so that nobody sees a part of it. @return its attributes, whatever becomes of it afterwards */
    BasicFileAttributes write(Path path, byte[] content) throws IOException {
        Path folder = root;
        for (int depth = root.getNameCount(); depth < path.getNameCount() - 1; depth++) {
            folder = folder.resolve(path.getName(depth));
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(folder);
            }
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        Path temporary = root.resolve(Folder.TEMPORARY + Long.toString(System.nanoTime(), Character.MAX_RADIX));
        try {
            Files.write(temporary, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            BasicFileAttributes written = Files.readAttributes(temporary, BasicFileAttributes.class);
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
            return written;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Deletes a file, and the folders that it leaves empty. @return whether there was one */
    boolean delete(Path path) throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || !isBelowFolders(path)) {
            return false;
        }
        Files.delete(path);
        try {
            for (Path folder = path.getParent(); folder != null && !folder.equals(root); folder = folder.getParent()) {
                Files.delete(folder);
            }
            return true;
        } catch (IOException inUse) {
            return true; // the object is gone all the same
        }
    }

    /** A file's content; null if there is none. */
    byte @Nullable [] read(Path path) throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || !isBelowFolders(path)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            return in.readAllBytes();
        }
    }
}
