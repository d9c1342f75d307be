package dev.aloft.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is a bucket: finds out, each time it is looked through, what has become of its files. What counts is what is there,
 * not what a system reports, so nothing is lost, however much happens; versions that were gone before anybody looked were never there.
 */
final class Folder {
    /** No key's path begins like this. */
    static final String TEMPORARY = "%tmp-";

    private static final String UNCHANGED = "Until it can, what is in it counts as unchanged";

    private final LocalStorage bucket;
    private final Path root;
    private final ObjectFiles store;
    private final long settle;
    private final Console console;
    private final Map<String, FileState> files = new HashMap<>();
    /** What could not be read this time, and is not to count as gone. */
    private final List<Path> unreadable = new ArrayList<>();
    /** What could not be read the last time, and was reported. */
    private List<Path> reported = List.of();

    private @Nullable Object identity;
    private long scan;
    private boolean away;
    private volatile boolean closed;

    /**
     * @param root a folder, as a real path
     * @param settle how many milliseconds a file must have been as it is to count
     */
    Folder(LocalStorage bucket, Path root, long settle, Console console) {
        this.bucket = bucket;
        this.root = root;
        this.store = new ObjectFiles(root);
        this.settle = settle;
        this.console = console;
    }

    Path root() {
        return root;
    }

    /** Gets to know what is there already. */
    synchronized void begin() {
        look(0);
        for (FileState file : files.values()) {
            file.tell();
        }
    }

    /** No further file is read. */
    void close() {
        closed = true;
    }

    /**
     * Looks through the folder and tells of what has settled.
     *
     * @param time what time it is, in milliseconds by a clock of its own
     * @return whether there is something that has not settled
     */
    synchronized boolean scan(long time) {
        if (!look(time)) {
            return false;
        }
        boolean pending = false;
        Iterator<Map.Entry<String, FileState>> all = files.entrySet().iterator();
        while (all.hasNext() && !closed) {
            Map.Entry<String, FileState> entry = all.next();
            FileState file = entry.getValue();
            if (!file.isSeenIn(scan) && !isUnreadable(file.path())) {
                if (file.isGone(time, settle) && !store.exists(file.path())) {
                    all.remove();
                    tellGone(entry.getKey(), file);
                } else {
                    pending = true;
                }
            } else if (!file.isTold()) {
                pending |= !file.isSettled(time, settle) || !tell(entry.getKey(), file, time);
            }
        }
        return pending;
    }

    private void tellGone(String key, FileState file) {
        if (file.isKnown()) {
            bucket.deleted(key);
        }
    }

    /** Tells of a version. @return false if meanwhile it has become another one */
    private boolean tell(String key, FileState file, long time) {
        String tag = null;
        try {
            tag = tag(file.path());
            BasicFileAttributes now = attributes(file.path());
            if (!file.isLike(now)) {
                file.found(file.path(), now, time);
                return false;
            }
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            report(file.path(), "It is told of without the tag of its content");
        }
        file.tell();
        bucket.created(key, file.size(), tag, null);
        return true;
    }

    /** Puts an object, and tells of it at once. */
    synchronized String put(String key, byte[] content, @Nullable String contentType) {
        Path path = path(key);
        try {
            FileState file = new FileState(path, store.write(path, content), 0);
            file.tell();
            file.seenIn(scan);
            files.put(key, file);
        } catch (FileAlreadyExistsException e) {
            throw LocalErrors.notStored(
                    "a folder cannot hold both a file and another one below it, and " + e.getFile() + " is in the way",
                    e);
        } catch (IOException e) {
            throw LocalErrors.notStored(String.valueOf(e), e);
        }
        return bucket.created(key, content.length, ContentTag.of(content), contentType);
    }

    /** Deletes an object, and tells of it at once. @return the event's id; null if there is none, or the next scan tells of it */
    synchronized @Nullable String delete(String key) {
        try {
            if (!store.delete(path(key))) {
                return null;
            }
        } catch (IOException e) {
            throw LocalErrors.notStored(String.valueOf(e), e);
        }
        files.remove(key);
        return bucket.deleted(key);
    }

    /** An object's content; null if there is none. */
    synchronized byte @Nullable [] read(String key) {
        try {
            return store.read(path(key));
        } catch (IOException e) {
            throw LocalErrors.notStored(String.valueOf(e), e);
        }
    }

    private Path path(String key) {
        FileState file = files.get(key);
        return file == null ? store.path(key) : file.path();
    }

    private String tag(Path path) throws IOException {
        ContentTag tag = new ContentTag();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                if (closed) {
                    throw new CancellationException();
                }
                tag.add(buffer, length);
            }
        }
        return tag.text();
    }

    /** Finds out what is there. @return false if the folder itself is not */
    private boolean look(long time) {
        scan++;
        unreadable.clear();
        try {
            BasicFileAttributes own = attributes(root);
            list(root, "", time);
            if (scan > 1 && !Objects.equals(identity, own.fileKey())) {
                forgetFormer();
            }
            identity = own.fileKey();
        } catch (IOException e) {
            if (!away) {
                away = true;
                report(root, UNCHANGED);
            }
            return false;
        }
        if (away) {
            away = false;
            console.report("The folder " + root + " of bucket " + bucket.feed().name() + " can be read again.");
        }
        reportUnreadable();
        return true;
    }

    /** Only what vanishes from the very folder that it was in was deleted. */
    private void forgetFormer() {
        int forgotten = 0;
        Iterator<FileState> all = files.values().iterator();
        while (all.hasNext()) {
            if (!all.next().isSeenIn(scan)) {
                all.remove();
                forgotten++;
            }
        }
        console.report(
                "The folder " + root + " of bucket " + bucket.feed().name() + " is another one than before. What "
                        + forgotten + " files of the former one have become is not told of.");
    }

    private void reportUnreadable() {
        for (Path path : unreadable) {
            if (!reported.contains(path)) {
                report(path, UNCHANGED);
            }
        }
        reported = List.copyOf(unreadable);
    }

    private void report(Path path, String consequence) {
        console.report(LocalErrors.unreadable(path, bucket.feed().name(), consequence));
    }

    private boolean isUnreadable(Path path) {
        for (Path failed : unreadable) {
            if (path.startsWith(failed)) {
                return true;
            }
        }
        return false;
    }

    private void list(Path folder, String prefix, long time) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (!prefix.isEmpty() || !name.startsWith(TEMPORARY)) {
                    look(entry, prefix + name, time);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private void look(Path entry, String path, long time) {
        try {
            BasicFileAttributes attributes = attributes(entry);
            if (attributes.isDirectory()) {
                list(entry, path + "/", time);
            } else if (attributes.isRegularFile()) {
                found(entry, path, attributes, time);
            }
        } catch (NoSuchFileException gone) {
            // It counts as gone when it has not been found for some time.
            return;
        } catch (IOException e) {
            unreadable.add(entry);
        }
    }

    private void found(Path entry, String path, BasicFileAttributes attributes, long time) {
        String key = KeyPath.keyOf(path);
        FileState file = files.get(key);
        if (file == null) {
            file = new FileState(entry, attributes, time);
            files.put(key, file);
        } else if (file.path().equals(entry) || KeyPath.of(key).equals(path) || !store.exists(file.path())) {
            file.found(entry, attributes, time);
        } else {
            return; // another path of the same key, which somebody chose freely
        }
        file.seenIn(scan);
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
