package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.ChangeEvent;
import dev.aloft.Event;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.local.recording.RecordedItem;
import dev.aloft.local.recording.Recording;
import dev.aloft.local.recording.Recording.Head;
import dev.aloft.local.recording.Redaction;
import dev.aloft.local.recording.Result;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each invocation as a file, the newest ones only. Their names begin with the time, so they sort by it; files of other names are
 * left alone.
 */
final class Recorder {
    private static final Pattern NAME = Pattern.compile("\\d{8}T\\d{9}Z-\\d{6}-[\\w-]+\\.json");
    private static final int MOST = 1_000;
    private static final long MOST_BYTES = 256L << 20;

    private final Path folder;
    private final Redaction redaction;
    private final Deque<Path> kept = new ArrayDeque<>();
    private long bytes;
    private int number;
    private boolean failed;

    Recorder(Path folder, Redaction redaction) {
        this.folder = folder;
        this.redaction = redaction;
    }

    /**
     * Makes the folder if need be, and counts what is in it.
     *
     * @param watched folders in which a new file means something, such as buckets
     */
    Recorder open(Collection<String> watched) {
        try {
            Files.createDirectories(folder);
            for (String other : watched) {
                if (Files.isDirectory(Path.of(other))
                        && folder.toRealPath().startsWith(Path.of(other).toRealPath())) {
                    throw unusable("it is in " + other + ", where each recording would be one more event", null);
                }
            }
            List<Path> found = new ArrayList<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    if (NAME.matcher(String.valueOf(file.getFileName())).matches()
                            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                        found.add(file);
                        bytes += Files.size(file);
                    }
                }
            }
            found.sort(null);
            kept.addAll(found);
            return this;
        } catch (IOException e) {
            throw unusable(e.toString(), e);
        }
    }

    private AloftException unusable(String reason, @Nullable Throwable cause) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-169",
                "Recordings cannot be kept in " + folder + ": " + reason + ". Choose another folder.",
                cause);
    }

    void answered(HttpRequest request, HttpResponse response, LocalInvocation invocation) {
        if (!invocation.functionName().isEmpty()) {
            Head head = new Head("local", invocation.functionName(), "http", Instant.now());
            keep(head, List.of(request), List.of(Result.answered(response.status())), invocation.console());
        }
    }

    void delivered(String function, List<RecordedItem> items, List<Result> results, Console console) {
        Head head = new Head("local", function, kind(items.get(0).content()), Instant.now());
        keep(head, items, results, console);
    }

    private static String kind(Object content) {
        if (content instanceof Event) {
            return "event";
        }
        if (content instanceof StorageEvent) {
            return "storage";
        }
        if (content instanceof ScheduleEvent) {
            return "schedule";
        }
        return content instanceof ChangeEvent ? "change" : "message";
    }

    /** Never fails: the invocation has its outcome already. */
    private synchronized void keep(Head head, List<?> events, List<Result> results, Console console) {
        // Set where the time is up; a file could not be written then.
        boolean interrupted = Thread.interrupted();
        try {
            write(name(head), Recording.of(head, events, results, redaction).text());
            failed = false;
        } catch (IOException | RuntimeException e) {
            if (!failed) {
                failed = true;
                console.report(unusable("an invocation of " + head.function() + " was not kept, " + e, e)
                        .getMessage());
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private String name(Head head) {
        String time = head.time().toString();
        StringBuilder digits = new StringBuilder(24);
        for (int i = 0; i < time.length() && digits.length() < 18; i++) {
            char c = time.charAt(i);
            if (c >= '0' && c <= '9' || c == 'T') {
                digits.append(c);
            }
        }
        while (digits.length() < 18) {
            digits.append('0');
        }
        number = number % 999_999 + 1;
        String count = Integer.toString(1_000_000 + number).substring(1);
        return digits + "Z-" + count + "-" + head.function() + ".json";
    }

    private void write(String name, String text) throws IOException {
        Path temporary = Files.createTempFile(folder, ".recording", ".tmp");
        Path file = folder.resolve(name);
        try {
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        kept.add(file);
        bytes += Files.size(file);
        while (kept.size() > MOST || bytes > MOST_BYTES && kept.size() > 1) {
            Path oldest = kept.remove();
            if (Files.exists(oldest)) {
                bytes -= Files.size(oldest);
                Files.delete(oldest);
            }
        }
    }
}
