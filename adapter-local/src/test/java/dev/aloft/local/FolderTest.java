package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import dev.aloft.Functions;
import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a folder tells, looked through at times that the test chooses. */
class FolderTest {
    @TempDir
    Path temporary;

    private final List<StorageEvent> events = new ArrayList<>();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final LocalFunctions functions = LocalFunctions.of(Functions.builder()
            .storage("all", "uploads", List.of(Kind.values()), (event, context) -> events.add(event))
            .build());
    private final LocalStorage bucket = functions.storage("uploads");
    private Path root;
    private Folder folder;

    @BeforeEach
    void open() throws IOException {
        root = Files.createDirectory(temporary.toRealPath().resolve("uploads"));
        folder = folder();
    }

    private Folder folder() {
        Console console = new Console(new PrintStream(PrintStream.nullOutputStream()), new PrintStream(errors, true));
        Folder opened = new Folder(bucket, root, 300, console);
        opened.begin();
        bucket.keepIn(opened);
        return opened;
    }

    private Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** What is told at a time, for example {@code CREATED a.txt}. */
    private List<String> toldAt(long time) {
        events.clear();
        folder.scan(time);
        functions.deliverAll();
        return events.stream().map(event -> event.kind() + " " + event.key()).sorted().toList();
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aFileThatSettlesIsAnObject() throws IOException {
        write("cats/tom.png", "meow");

        assertThat(toldAt(0)).isEmpty();
        assertThat(toldAt(299)).isEmpty();
        assertThat(toldAt(300)).containsExactly("CREATED cats/tom.png");
        StorageEvent event = events.get(0);
        assertThat(event.size()).hasValue(4);
        assertThat(event.etag()).contains("404cdd7bc109c432f8cc2443b45bcfe9");
        assertThat(event.contentType()).contains("image/png");
        assertThat(event.version()).isPresent();
        assertThat(toldAt(1_000)).isEmpty();
    }

    @Test
    void aFileThatIsBeingWrittenIsWaitedFor() throws IOException {
        Path file = write("a", "1");
        assertThat(toldAt(0)).isEmpty();
        Files.writeString(file, "12");
        assertThat(toldAt(300)).isEmpty();
        Files.writeString(file, "123");
        assertThat(toldAt(599)).isEmpty();
        assertThat(toldAt(898)).isEmpty();

        assertThat(toldAt(899)).containsExactly("CREATED a");
        assertThat(events.get(0).size()).hasValue(3);
    }

    @Test
    void whatIsThereAtTheStartIsKnownAndItsChangesAreTold() throws IOException {
        Path changed = write("changed", "1");
        Path gone = write("gone", "1");
        write("same", "1");
        folder = folder();
        assertThat(toldAt(0)).isEmpty();
        assertThat(toldAt(1_000)).isEmpty();

        Files.writeString(changed, "2");
        Files.setLastModifiedTime(changed, FileTime.fromMillis(1_000));
        Files.delete(gone);

        assertThat(toldAt(2_000)).isEmpty();
        assertThat(toldAt(2_300)).containsExactly("CREATED changed", "DELETED gone");
    }

    @Test
    void whatComesAndGoesUnseenWasNeverThere() throws IOException {
        Path file = write("a", "1");
        toldAt(0);
        Files.delete(file);

        assertThat(toldAt(300)).isEmpty();
        assertThat(toldAt(900)).isEmpty();
    }

    @Test
    void whatIsReplacedIsNotDeleted() throws IOException {
        Path file = write("a", "1");
        toldAt(0);
        assertThat(toldAt(300)).containsExactly("CREATED a");
        Files.delete(file);
        assertThat(toldAt(400)).isEmpty();
        write("a", "22");
        assertThat(toldAt(600)).isEmpty();

        assertThat(toldAt(900)).containsExactly("CREATED a");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Links need rights there")
    void linksAreNotFollowed() throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "s");
        Files.createSymbolicLink(root.resolve("file"), outside.resolve("secret"));
        Files.createSymbolicLink(root.resolve("folder"), outside);
        toldAt(0);

        assertThat(toldAt(300)).isEmpty();
        assertThat(bucket.read("folder/secret")).isEmpty();
        assertThat(bucket.read("file")).isEmpty();
        assertThat(bucket.delete("folder/secret")).isFalse();
        assertThat(bucket.delete("file")).isFalse();
        assertThatThrownBy(() -> bucket.put("folder/secret", "x"))
                .isInstanceOf(AloftException.class)
                .hasMessage("ALOFT-131 The bucket's folder could not be used: a folder cannot hold both a file and another one below"
                        + " it, and " + root.resolve("folder")
                        + " is in the way. Change the key, or what is in the folder.");
        bucket.put("file", "x");
        assertThat(Files.readString(outside.resolve("secret"))).isEqualTo("s");
        assertThat(outside).isDirectoryContaining(path -> path.endsWith("secret"));
    }

    @Test
    void whatIsPutIsAFileAndToldOnce() throws IOException {
        bucket.put("cats/tom 1.png", "meow", "image/webp");
        functions.deliverAll();

        assertThat(events).hasSize(1);
        assertThat(events.get(0).contentType()).contains("image/webp");
        assertThat(events.get(0).etag()).contains("404cdd7bc109c432f8cc2443b45bcfe9");
        assertThat(root.resolve("cats/tom 1.png")).hasContent("meow");
        assertThat(bucket.read("cats/tom 1.png").orElseThrow()).asString().isEqualTo("meow");
        assertThat(toldAt(0)).isEmpty();
        assertThat(toldAt(300)).isEmpty();

        bucket.put("cats/tom 1.png", "woof");
        assertThat(toldAt(600)).containsExactly("CREATED cats/tom 1.png");
        assertThat(bucket.delete("cats/tom 1.png")).isTrue();
        assertThat(toldAt(900)).containsExactly("DELETED cats/tom 1.png");
        assertThat(root).isEmptyDirectory();
        assertThat(bucket.delete("cats/tom 1.png")).isFalse();
        assertThat(toldAt(2_000)).isEmpty();
    }

    @Test
    void whatIsOverwrittenAfterItWasPutIsToldAgain() throws IOException {
        bucket.put("a", "1");
        Files.setLastModifiedTime(write("a", "2"), FileTime.fromMillis(1_000));
        assertThat(toldAt(0)).containsExactly("CREATED a");

        assertThat(toldAt(300)).containsExactly("CREATED a");
    }

    @Test
    void randomKeysAreFilesInsideOfTheFolderAndFoundAgain() throws IOException {
        Random random = new Random(20_261_127);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String key = i + "-" + KeyPathTest.randomKey(random);
            keys.add(key);
            bucket.put(key, key);
        }
        keys.add("../" + "\u00e9/".repeat(340));
        bucket.put(keys.get(300), "long");

        folder = folder();
        for (String key : keys) {
            assertThat(bucket.delete(key)).as(key).isTrue();
        }
        assertThat(root).isEmptyDirectory();
        assertThat(temporary).isDirectoryContaining(path -> path.endsWith("uploads"));
        events.clear();
        functions.deliverAll();
        assertThat(events).hasSize(602);
    }

    @Test
    void aFileAndAFolderOfOneNameDoNotGoTogether() {
        bucket.put("a", "1");
        bucket.put("b/c", "1");

        assertThatThrownBy(() -> bucket.put("a/b", "1")).hasMessageStartingWith("ALOFT-131 ");
        assertThatThrownBy(() -> bucket.put("b", "1")).hasMessageStartingWith("ALOFT-131 ");
        assertThat(root.toFile().list()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void twoFilesOfOneKeyAreOneObject() throws IOException {
        write("\u00e9", "chosen freely");
        toldAt(0);
        assertThat(toldAt(300)).containsExactly("CREATED \u00e9");
        write("%C3%A9", "escaped");
        toldAt(400);
        assertThat(toldAt(700)).containsExactly("CREATED \u00e9");
        assertThat(events.get(0).size()).hasValue(7);

        assertThat(toldAt(5_000)).isEmpty();
        Files.delete(root.resolve("%C3%A9"));
        toldAt(6_000);
        assertThat(toldAt(6_300)).containsExactly("CREATED \u00e9");
    }

    @Test
    void aFolderThatIsAwayIsNoMassDeletion() throws IOException {
        write("a", "1");
        toldAt(0);
        toldAt(300);
        Path away = temporary.resolve("away");
        Files.move(root, away);

        assertThat(toldAt(400)).isEmpty();
        assertThat(toldAt(9_000)).isEmpty();
        assertThat(errors())
                .isEqualToIgnoringNewLines("ALOFT-135 " + root + " of bucket uploads cannot be read. Until it can, what is in it counts"
                        + " as unchanged.");
        assertThatThrownBy(() -> bucket.put("b", "1")).hasMessageStartingWith("ALOFT-131 ");
        Files.writeString(away.resolve("b"), "2");
        Files.delete(away.resolve("a"));
        Files.move(away, root);

        assertThat(toldAt(10_000)).isEmpty();
        assertThat(toldAt(10_300)).containsExactly("CREATED b", "DELETED a");
        assertThat(errors()).contains("The folder " + root + " of bucket uploads can be read again.");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Folders cannot be told apart there")
    void ofAnotherFolderInItsPlaceOnlyWhatIsThereIsTold() throws IOException {
        write("a", "1");
        write("b", "1");
        toldAt(0);
        toldAt(300);
        Files.move(root, temporary.resolve("former"));
        Files.createDirectory(root);
        write("b", "22");

        toldAt(400);
        assertThat(toldAt(700)).containsExactly("CREATED b");
        assertThat(toldAt(9_000)).isEmpty();
        assertThat(errors())
                .contains("The folder " + root + " of bucket uploads is another one than before. What 1 files of the former one have"
                        + " become is not told of.");
    }

    @Test
    void aFolderBelowThatVanishesTakesItsFilesWithIt() throws IOException {
        Path file = write("sub/a", "1");
        toldAt(0);
        toldAt(300);
        Files.delete(file);
        Files.delete(file.getParent());
        toldAt(400);

        assertThat(toldAt(700)).containsExactly("DELETED sub/a");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Rights are other ones there")
    void whatCannotBeReadCountsAsUnchanged() throws IOException {
        Path file = write("sub/a", "1");
        toldAt(0);
        toldAt(300);
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("---------"));
        org.junit.jupiter.api.Assumptions.assumeFalse(
                Files.isReadable(file.getParent()), "This user may read everything");
        try {
            assertThat(toldAt(400)).isEmpty();
            assertThat(toldAt(900)).isEmpty();
            assertThat(errors()).containsOnlyOnce("ALOFT-135 " + file.getParent() + " of bucket uploads cannot be read.");
        } finally {
            Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertThat(toldAt(1_300)).isEmpty();
    }

    @Test
    void aFileThatIsBeingPutIsNoObject() throws IOException {
        write(Folder.TEMPORARY + "1", "half");
        toldAt(0);

        assertThat(toldAt(300)).isEmpty();
    }
}
