package dev.aloft.local;

import dev.aloft.Functions;
import dev.aloft.StorageEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder that is the bucket {@code uploads}, looked through at times that the test chooses; what settles does so in 300. */
final class WatchedFolder {
    final List<StorageEvent> events = new ArrayList<>();
    final LocalFunctions functions = Calm.of(Functions.builder()
            .storage("all", "uploads", List.of(StorageEvent.Kind.values()), (event, context) -> events.add(event))
            .build());
    final LocalStorage bucket = functions.storage("uploads");
    final Path root;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private Folder folder;

    WatchedFolder(Path parent) throws IOException {
        root = Files.createDirectory(parent.toRealPath().resolve("uploads"));
        folder = open();
    }

    private Folder open() {
        Console console = new Console(new PrintStream(PrintStream.nullOutputStream()), new PrintStream(errors, true));
        Folder opened = new Folder(bucket, root, 300, console);
        opened.begin();
        bucket.keepIn(opened);
        return opened;
    }

    /** As a new process finds it. */
    void reopen() {
        folder = open();
    }

    Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** What is told at a time, for example {@code CREATED a.txt}. */
    List<String> toldAt(long time) {
        events.clear();
        folder.scan(time);
        functions.deliverAll();
        return events.stream()
                .map(event -> event.kind() + " " + event.key())
                .sorted()
                .toList();
    }

    String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }
}
