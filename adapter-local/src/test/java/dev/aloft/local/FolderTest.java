package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.aloft.StorageEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a folder tells of files that come, change and go. */
class FolderTest {
    @TempDir
    Path temporary;

    private WatchedFolder watched;

    @BeforeEach
    void open() throws IOException {
        watched = new WatchedFolder(temporary);
    }

    @Test
    void aFileThatSettlesIsAnObject() throws IOException {
        watched.write("cats/tom.png", "meow");

        assertThat(watched.toldAt(0)).isEmpty();
        assertThat(watched.toldAt(299)).isEmpty();
        assertThat(watched.toldAt(300)).containsExactly("CREATED cats/tom.png");
        StorageEvent event = watched.events.get(0);
        assertThat(event.size()).hasValue(4);
        assertThat(event.etag()).contains("404cdd7bc109c432f8cc2443b45bcfe9");
        assertThat(event.contentType()).contains("image/png");
        assertThat(event.version()).isPresent();
        assertThat(watched.toldAt(1_000)).isEmpty();
    }

    @Test
    void aFileThatIsBeingWrittenIsWaitedFor() throws IOException {
        Path file = watched.write("a", "1");
        assertThat(watched.toldAt(0)).isEmpty();
        Files.writeString(file, "12");
        assertThat(watched.toldAt(300)).isEmpty();
        Files.writeString(file, "123");
        assertThat(watched.toldAt(599)).isEmpty();
        assertThat(watched.toldAt(898)).isEmpty();

        assertThat(watched.toldAt(899)).containsExactly("CREATED a");
        assertThat(watched.events.get(0).size()).hasValue(3);
    }

    @Test
    void whatIsThereAtTheStartIsKnownAndItsChangesAreTold() throws IOException {
        Path changed = watched.write("changed", "1");
        Path gone = watched.write("gone", "1");
        watched.write("same", "1");
        watched.reopen();
        assertThat(watched.toldAt(0)).isEmpty();
        assertThat(watched.toldAt(1_000)).isEmpty();

        Files.writeString(changed, "2");
        Files.setLastModifiedTime(changed, FileTime.fromMillis(1_000));
        Files.delete(gone);

        assertThat(watched.toldAt(2_000)).isEmpty();
        assertThat(watched.toldAt(2_300)).containsExactly("CREATED changed", "DELETED gone");
    }

    @Test
    void whatComesAndGoesUnseenWasNeverThere() throws IOException {
        Path file = watched.write("a", "1");
        watched.toldAt(0);
        Files.delete(file);

        assertThat(watched.toldAt(300)).isEmpty();
        assertThat(watched.toldAt(900)).isEmpty();
    }

    @Test
    void whatIsReplacedIsNotDeleted() throws IOException {
        Path file = watched.write("a", "1");
        watched.toldAt(0);
        assertThat(watched.toldAt(300)).containsExactly("CREATED a");
        Files.delete(file);
        assertThat(watched.toldAt(400)).isEmpty();
        watched.write("a", "22");
        assertThat(watched.toldAt(600)).isEmpty();

        assertThat(watched.toldAt(900)).containsExactly("CREATED a");
    }

    @Test
    void aFolderThatIsAwayIsNoMassDeletion() throws IOException {
        watched.write("a", "1");
        watched.toldAt(0);
        watched.toldAt(300);
        Path away = temporary.resolve("away");
        Files.move(watched.root, away);

        assertThat(watched.toldAt(400)).isEmpty();
        assertThat(watched.toldAt(9_000)).isEmpty();
        assertThat(watched.errors())
                .isEqualToIgnoringNewLines("ALOFT-135 " + watched.root
                        + " of bucket uploads cannot be read. Until it can, what is in it counts" + " as unchanged.");
        assertThatThrownBy(() -> watched.bucket.put("b", "1")).hasMessageStartingWith("ALOFT-131 ");
        Files.writeString(away.resolve("b"), "2");
        Files.delete(away.resolve("a"));
        Files.move(away, watched.root);

        assertThat(watched.toldAt(10_000)).isEmpty();
        assertThat(watched.toldAt(10_300)).containsExactly("CREATED b", "DELETED a");
        assertThat(watched.errors()).contains("The folder " + watched.root + " of bucket uploads can be read again.");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Folders cannot be told apart there")
    void ofAnotherFolderInItsPlaceOnlyWhatIsThereIsTold() throws IOException {
        watched.write("a", "1");
        watched.write("b", "1");
        watched.toldAt(0);
        watched.toldAt(300);
        Files.move(watched.root, temporary.resolve("former"));
        Files.createDirectory(watched.root);
        watched.write("b", "22");

        watched.toldAt(400);
        assertThat(watched.toldAt(700)).containsExactly("CREATED b");
        assertThat(watched.toldAt(9_000)).isEmpty();
        assertThat(watched.errors())
                .contains("The folder " + watched.root
                        + " of bucket uploads is another one than before. What 1 files of the former one have"
                        + " become is not told of.");
    }

    @Test
    void aFolderBelowThatVanishesTakesItsFilesWithIt() throws IOException {
        Path file = watched.write("sub/a", "1");
        watched.toldAt(0);
        watched.toldAt(300);
        Files.delete(file);
        Files.delete(file.getParent());
        watched.toldAt(400);

        assertThat(watched.toldAt(700)).containsExactly("DELETED sub/a");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Rights are other ones there")
    void whatCannotBeReadCountsAsUnchanged() throws IOException {
        Path file = watched.write("sub/a", "1");
        watched.toldAt(0);
        watched.toldAt(300);
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file.getParent()), "This user may read everything");
        try {
            assertThat(watched.toldAt(400)).isEmpty();
            assertThat(watched.toldAt(900)).isEmpty();
            assertThat(watched.errors())
                    .containsOnlyOnce("ALOFT-135 " + file.getParent() + " of bucket uploads cannot be read.");
        } finally {
            Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertThat(watched.toldAt(1_300)).isEmpty();
    }
}
