package dev.aloft.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Ten thousand files in the hands of several threads while the folder is watched. The law: of each file the tags that are told are
 * some of the versions that were written, in their order; a deletion is told only after a creation; and the last that is told is how
 * the file ended. Versions that follow each other faster than the settle time may be left out, but what stays is told, once.
 */
@Timeout(120)
class FolderConcurrencyTest {
    private static final int FILES = 10_000;
    private static final int THREADS = 4;
    private static final long SEED = 20_261_128;

    private Path temporary;

    /** All events of a key, in the order of their sequencers. */
    private final Map<String, List<StorageEvent>> told = new HashMap<>();
    /** The tags of all that was written, by key; each key has one writer. */
    private final List<List<String>> written = new ArrayList<>();

    private final LocalFunctions functions = Calm.of(Functions.builder()
            .storage(
                    "all",
                    "uploads",
                    List.of(Kind.values()),
                    (event, context) -> told.computeIfAbsent(event.key(), key -> new ArrayList<>())
                            .add(event))
            .build());

    /** In memory where there is such a place, since a disk would take most of the time. */
    @BeforeEach
    void makeFolders() throws IOException {
        Path memory = Path.of("/dev/shm");
        temporary = Files.isWritable(memory)
                ? Files.createTempDirectory(memory, "aloft-test-")
                : Files.createTempDirectory("aloft-test-");
        for (int i = 0; i < 37; i++) {
            Files.createDirectory(temporary.resolve("d" + i));
        }
    }

    @AfterEach
    void removeFolders() throws IOException {
        Folders.remove(temporary);
    }

    private Path path(int file) {
        return temporary.resolve("d" + file % 37 + "/f" + file + ".txt");
    }

    private List<StorageEvent> told(int file) {
        return told.getOrDefault("d" + file % 37 + "/f" + file + ".txt", List.of());
    }

    private void write(int file, Random random) {
        String content = file + " " + written.get(file).size() + " " + "x".repeat(random.nextInt(50));
        try {
            // Every writer writes at once or makes a file whole before it has its name, so that there are no half
            // versions.
            Path half = temporary.resolve(Folder.TEMPORARY + file);
            Files.writeString(half, content);
            written.get(file).add(ContentTag.of(content.getBytes(UTF_8)));
            Files.move(half, path(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(int file) {
        try {
            Files.deleteIfExists(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the threads do something with all files, each with its own. */
    private void concurrently(BiConsumer<Integer, Random> task) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (int first = 0; first < THREADS; first++) {
            int offset = first;
            Thread thread = new Thread(() -> {
                Random random = new Random(SEED + offset);
                for (int file = offset; file < FILES; file += THREADS) {
                    task.accept(file, random);
                }
            });
            thread.setUncaughtExceptionHandler((failed, failure) -> {
                synchronized (failures) {
                    failures.add(failure);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
    }

    /** Waits until nothing is about to settle any more, then gives the events to the function. */
    private void settle(Folder folder) {
        while (folder.scan(System.nanoTime() / 1_000_000)) {
            LockSupport.parkNanos(5_000_000);
        }
        told.clear();
        functions.deliverAll();
    }

    @Test
    void noEventIsMissedAndNoneInvented() throws Exception {
        for (int i = 0; i < FILES; i++) {
            written.add(new ArrayList<>());
        }
        Map<String, String> folders = Map.of("uploads", temporary.toString());
        try (Folders watched = Folders.open(functions.sources(), folders, 40, Console.quiet())) {
            Folder folder = watched.folder("uploads");
            concurrently((file, random) -> {
                write(file, random);
                // What is done to earlier files of the same thread comes a while after, and often in several steps.
                int earlier = file % THREADS + random.nextInt(file / THREADS + 1) * THREADS;
                switch (random.nextInt(4)) {
                    case 0 -> write(earlier, random);
                    case 1 -> delete(earlier);
                    case 2 -> {
                        delete(earlier);
                        write(earlier, random);
                    }
                    default -> write(file, random);
                }
            });
            settle(folder);
            requireLaw();

            concurrently((file, random) -> write(file, random));
            settle(folder);
            for (int file = 0; file < FILES; file++) {
                requireOnly(file, Kind.CREATED);
                assertThat(told(file).get(0).etag())
                        .contains(written.get(file).get(written.get(file).size() - 1));
            }

            concurrently((file, random) -> delete(file));
            settle(folder);
            for (int file = 0; file < FILES; file++) {
                requireOnly(file, Kind.DELETED);
            }
            settle(folder);
            assertThat(told).isEmpty();
        }
    }

    private void requireOnly(int file, Kind kind) {
        assertThat(told(file))
                .as("file %d", file)
                .extracting(StorageEvent::kind)
                .containsExactly(kind);
    }

    private void requireLaw() {
        int events = 0;
        for (int file = 0; file < FILES; file++) {
            List<String> versions = written.get(file);
            boolean exists = Files.exists(path(file));
            boolean created = false;
            int version = -1;
            String sequencer = "";
            for (StorageEvent event : told(file)) {
                String as = "file " + file + " with seed " + SEED;
                assertThat(event.sequencer().orElseThrow()).as(as).isGreaterThan(sequencer);
                sequencer = event.sequencer().orElseThrow();
                if (event.kind() == Kind.CREATED) {
                    int told = versions.indexOf(event.etag().orElseThrow());
                    assertThat(told).as(as).isGreaterThan(version);
                    version = told;
                } else {
                    assertThat(created).as(as).isTrue();
                }
                created = event.kind() == Kind.CREATED;
                events++;
            }
            assertThat(created).as("file %d", file).isEqualTo(exists);
            assertThat(!exists || version == versions.size() - 1)
                    .as("file %d", file)
                    .isTrue();
        }
        assertThat(events).isGreaterThan(FILES / 2);
    }
}
