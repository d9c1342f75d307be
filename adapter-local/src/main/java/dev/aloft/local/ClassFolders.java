package dev.aloft.local;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folders into which the application is compiled. It looks at size and time of every file, and reads what has changed once nothing
 * changes any more, so that no half of a compilation is taken for the whole. It is for one thread.
 */
final class ClassFolders {
    /** How long nothing may have changed. */
    private static final long QUIET_MILLIS = 80;
    /** Where classes have vanished, a compiler has most likely removed them and is about to write them again. */
    private static final long QUIET_AFTER_REMOVAL_MILLIS = 1_500;

    private final List<Path> roots;
    /** What was there at the last look. */
    private Map<String, ClassFile> seen = Map.of();
    /** What was read last, with contents. */
    private Map<String, ClassFile> known = Map.of();

    /** Whether there are changes that have not been read yet. */
    private boolean pending;

    private long changedAt;

    private ClassFolders(List<Path> roots) {
        this.roots = roots;
    }

    /**
     * Folders that are there.
     *
     * @throws dev.aloft.AloftException if one is not (ALOFT-137)
     */
    static ClassFolders of(List<String> names) {
        List<Path> roots = new ArrayList<>(names.size());
        for (String name : names) {
            roots.add(existing(name));
        }
        return new ClassFolders(List.copyOf(roots));
    }

    private static Path existing(String name) {
        try {
            Path folder = Path.of(name).toRealPath();
            if (Files.isDirectory(folder)) {
                return folder;
            }
        } catch (IOException | InvalidPathException e) {
            throw LocalErrors.noClassFolder(name, e);
        }
        throw LocalErrors.noClassFolder(name, null);
    }

    List<Path> roots() {
        return roots;
    }

    boolean isPending() {
        return pending;
    }

    /**
     * Looks at all files.
     *
     * @param time the present, in milliseconds; it never goes back
     * @return what is there, by name as in a class path, if it has changed and is complete; otherwise null
     */
    @Nullable
    Map<String, ClassFile> look(long time) throws IOException {
        Map<String, ClassFile> found = list();
        if (!areLike(found, seen)) {
            seen = found;
            change(time);
            return null;
        }
        if (!pending || time - changedAt < quiet()) {
            return null;
        }
        Map<String, ClassFile> read = read();
        if (read == null) {
            change(time);
            return null;
        }
        pending = false;
        boolean same = haveContents(read, known);
        known = read;
        return same ? null : read;
    }

    private void change(long time) {
        pending = true;
        changedAt = time;
    }

    /** What is there, without waiting for it to be complete. */
    Map<String, ClassFile> begin() throws IOException {
        seen = list();
        Map<String, ClassFile> read = read();
        if (read == null) {
            throw new IOException("files were changed while they were read");
        }
        known = read;
        return read;
    }

    private long quiet() {
        for (String name : known.keySet()) {
            if (name.endsWith(ClassFile.SUFFIX) && !seen.containsKey(name)) {
                return QUIET_AFTER_REMOVAL_MILLIS;
            }
        }
        return QUIET_MILLIS;
    }

    private static boolean areLike(Map<String, ClassFile> some, Map<String, ClassFile> others) {
        for (Map.Entry<String, ClassFile> file : some.entrySet()) {
            if (!file.getValue().isLike(others.get(file.getKey()))) {
                return false;
            }
        }
        return some.size() == others.size();
    }

    private static boolean haveContents(Map<String, ClassFile> some, Map<String, ClassFile> others) {
        for (Map.Entry<String, ClassFile> file : some.entrySet()) {
            if (!file.getValue().hasContentOf(others.get(file.getKey()))) {
                return false;
            }
        }
        return some.size() == others.size();
    }

    /** Everything with its content; null if something changed meanwhile. */
    private @Nullable Map<String, ClassFile> read() throws IOException {
        Map<String, ClassFile> all = new HashMap<>(seen.size() * 2);
        for (Map.Entry<String, ClassFile> file : seen.entrySet()) {
            ClassFile before = known.get(file.getKey());
            ClassFile now = before != null && before.isLike(file.getValue())
                    ? before
                    : file.getValue().read();
            if (now == null) {
                return null;
            }
            all.put(file.getKey(), now);
        }
        return all;
    }

    /** Where folders have a file of the same name, the first one counts. */
    private Map<String, ClassFile> list() throws IOException {
        Map<String, ClassFile> found = new HashMap<>(seen.size() * 2);
        for (Path root : roots) {
            list(root, "", found);
        }
        return found;
    }

    private static void list(Path folder, String prefix, Map<String, ClassFile> found) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                look(entry, prefix + entry.getFileName(), found);
            }
        } catch (NoSuchFileException gone) {
            // A clean build removes folders and makes them again.
            return;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void look(Path entry, String name, Map<String, ClassFile> found) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                list(entry, name + "/", found);
                return;
            }
            if (attributes.isSymbolicLink()) {
                attributes = Files.readAttributes(entry, BasicFileAttributes.class);
            }
            if (attributes.isRegularFile()) {
                found.putIfAbsent(name, new ClassFile(entry, attributes, null));
            }
        } catch (NoSuchFileException gone) {
            // It has just been removed, or is a link that leads nowhere.
            return;
        }
    }
}
