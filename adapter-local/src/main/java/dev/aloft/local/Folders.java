package dev.aloft.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The folders that are buckets, looked through on a thread of its own; those that nobody chose are temporary. */
final class Folders implements Runnable, AutoCloseable {
    private static final long LOOK_NANOS = 250_000_000;
    private static final long SHORTEST_NANOS = 10_000_000;

    private final Map<String, Folder> folders = new LinkedHashMap<>();
    private final Sources sources;
    private final long settle;
    private final Console console;
    private final Thread thread = new NamedThreads("aloft-folders").newThread(this);
    private @Nullable Path temporary;
    private volatile boolean stopping;

    private Folders(Sources sources, long settle, Console console) {
        this.sources = sources;
        this.settle = settle;
        this.console = console;
    }

    /**
     * Makes each declared bucket a folder, and begins to look through them.
     *
     * @param chosen folders that are there, by the names of buckets
     * @param settle how many milliseconds a file must have been as it is to count
     * @throws dev.aloft.AloftException if a chosen folder is none (ALOFT-132) or its bucket is not declared (ALOFT-123)
     */
    static Folders open(Sources sources, Map<String, String> chosen, long settle, Console console) {
        Folders folders = new Folders(sources, settle, console);
        for (Map.Entry<String, String> entry : chosen.entrySet()) {
            folders.add(sources.bucket(entry.getKey()), existing(entry.getKey(), entry.getValue()));
        }
        folders.addTemporary();
        if (!folders.folders.isEmpty()) {
            folders.thread.start();
        }
        return folders;
    }

    private static Path existing(String bucket, String name) {
        try {
            Path folder = Path.of(name).toRealPath();
            if (Files.isDirectory(folder)) {
                return folder;
            }
        } catch (IOException | InvalidPathException e) {
            throw LocalErrors.badFolder(bucket, name, e);
        }
        throw LocalErrors.badFolder(bucket, name, null);
    }

    private void addTemporary() {
        try {
            for (String bucket : sources.buckets()) {
                if (!folders.containsKey(bucket)) {
                    if (temporary == null) {
                        temporary = newTemporary();
                    }
                    add(sources.bucket(bucket), Files.createDirectory(temporary.resolve(KeyPath.of(bucket))));
                }
            }
        } catch (IOException e) {
            console.report(LocalErrors.noTemporaryFolder(e));
        }
    }

    /**
     * For this user alone, and there only if nobody had one of that name before. {@link Files#createTempDirectory} does the same, but
     * its secure random numbers would take a tenth of the time in which the server starts.
     */
    private static Path newTemporary() throws IOException {
        Path parent = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
        Path folder = parent.resolve("aloft-" + System.currentTimeMillis() + "-" + System.nanoTime());
        return parent.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                : Files.createDirectory(folder);
    }

    private void add(LocalStorage bucket, Path root) {
        Folder folder = new Folder(bucket, root, settle, console);
        folder.begin();
        bucket.keepIn(folder);
        folders.put(bucket.feed().name(), folder);
    }

    /** The folder of a bucket; null if it has none. */
    @Nullable
    Folder folder(String bucket) {
        return folders.get(bucket);
    }

    @Override
    public void run() {
        while (!stopping) {
            long start = System.nanoTime();
            boolean pending = false;
            try {
                for (Folder folder : folders.values()) {
                    pending |= folder.scan(start / 1_000_000);
                }
            } catch (CancellationException closed) {
                return;
            } catch (RuntimeException | Error failure) {
                console.notCalled("that looks through the folders", failure);
            }
            LockSupport.parkNanos(this, pause(pending, System.nanoTime() - start));
        }
    }

    /** Looking takes a tenth of a processor at most, or a half of one while something is about to settle. */
    private long pause(boolean pending, long took) {
        return pending
                ? Math.max(took, Math.max(settle * 1_000_000 / 4, SHORTEST_NANOS))
                : Math.max(took * 9, LOOK_NANOS);
    }

    /** Looks no more, and removes the temporary folders with all that is in them. */
    @Override
    public void close() {
        stopping = true;
        for (Folder folder : folders.values()) {
            folder.close();
        }
        LockSupport.unpark(thread);
        try {
            thread.join(2_000);
            if (temporary != null) {
                remove(temporary);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            console.report("The temporary folder " + temporary + " could not be removed: " + e);
        }
    }

    /** Removes a file, or a folder with all that is in it, and follows no link. */
    static void remove(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            List<Path> entries = new ArrayList<>();
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
                for (Path entry : stream) {
                    entries.add(entry);
                }
            }
            for (Path entry : entries) {
                remove(entry);
            }
        }
        Files.deleteIfExists(path);
    }
}
