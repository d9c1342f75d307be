package dev.aloft.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One file of the application, a class or anything else, as it was at one time. */
final class ClassFile {
    /** What is larger and no class is only compared by size and time. */
    private static final int LARGEST_RESOURCE = 1 << 20;

    static final String SUFFIX = ".class";

    private final Path path;
    private final BasicFileAttributes attributes;
    private final byte @Nullable [] content;

    /** @param content null if it has not been read */
    ClassFile(Path path, BasicFileAttributes attributes, byte @Nullable [] content) {
        this.path = path;
        this.attributes = attributes;
        this.content = content;
    }

    Path path() {
        return path;
    }

    /** When it was written, in milliseconds. */
    long written() {
        return attributes.lastModifiedTime().toMillis();
    }

    /** Null if it has not been read; not to be changed. */
    byte @Nullable [] content() {
        return content;
    }

    /** Whether nothing tells that it has changed. */
    boolean isLike(@Nullable ClassFile other) {
        return other != null
                && path.equals(other.path)
                && attributes.size() == other.attributes.size()
                && attributes.lastModifiedTime().equals(other.attributes.lastModifiedTime());
    }

    /** Whether a file that has been written again has become another one. */
    boolean hasContentOf(@Nullable ClassFile other) {
        return other != null && (content == null ? isLike(other) : Arrays.equals(content, other.content));
    }

    /**
     * The same file with its content.
     *
     * @return null if it is not the same any more
     */
    @Nullable
    ClassFile read() throws IOException {
        try {
            return readNow();
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    private @Nullable ClassFile readNow() throws IOException {
        boolean large = attributes.size() > LARGEST_RESOURCE && !path.toString().endsWith(SUFFIX);
        byte[] bytes = large ? null : Files.readAllBytes(path);
        ClassFile read = new ClassFile(path, Files.readAttributes(path, BasicFileAttributes.class), bytes);
        return isLike(read) && (bytes == null || bytes.length == attributes.size()) ? read : null;
    }
}
