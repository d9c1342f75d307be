package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Objects that are put into a folder, and keys that want to leave it. */
class FolderObjectsTest {
    @TempDir
    Path temporary;

    private WatchedFolder watched;

    @BeforeEach
    void open() throws IOException {
        watched = new WatchedFolder(temporary);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Links need rights there")
    void linksAreNotFollowed() throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "s");
        Files.createSymbolicLink(watched.root.resolve("file"), outside.resolve("secret"));
        Files.createSymbolicLink(watched.root.resolve("folder"), outside);
        watched.toldAt(0);

        assertThat(watched.toldAt(300)).isEmpty();
        assertThat(watched.bucket.read("folder/secret")).isEmpty();
        assertThat(watched.bucket.read("file")).isEmpty();
        assertThat(watched.bucket.delete("folder/secret")).isFalse();
        assertThat(watched.bucket.delete("file")).isFalse();
        assertThatThrownBy(() -> watched.bucket.put("folder/secret", "x"))
                .isInstanceOf(AloftException.class)
                .hasMessage(
                        "ALOFT-131 The bucket's folder could not be used: a folder cannot hold both a file and another one below"
                                + " it, and " + watched.root.resolve("folder")
                                + " is in the way. Change the key, or what is in the folder.");
        watched.bucket.put("file", "x");
        assertThat(Files.readString(outside.resolve("secret"))).isEqualTo("s");
        assertThat(outside).isDirectoryContaining(path -> path.endsWith("secret"));
    }

    @Test
    void whatIsPutIsAFileAndToldOnce() throws IOException {
        watched.bucket.put("cats/tom 1.png", "meow", "image/webp");
        watched.functions.deliverAll();

        assertThat(watched.events).hasSize(1);
        assertThat(watched.events.get(0).contentType()).contains("image/webp");
        assertThat(watched.events.get(0).etag()).contains("404cdd7bc109c432f8cc2443b45bcfe9");
        assertThat(watched.root.resolve("cats/tom 1.png")).hasContent("meow");
        assertThat(watched.bucket.read("cats/tom 1.png").orElseThrow())
                .asString()
                .isEqualTo("meow");
        assertThat(watched.toldAt(0)).isEmpty();
        assertThat(watched.toldAt(300)).isEmpty();

        watched.bucket.put("cats/tom 1.png", "woof");
        assertThat(watched.toldAt(600)).containsExactly("CREATED cats/tom 1.png");
        assertThat(watched.bucket.delete("cats/tom 1.png")).isTrue();
        assertThat(watched.toldAt(900)).containsExactly("DELETED cats/tom 1.png");
        assertThat(watched.root).isEmptyDirectory();
        assertThat(watched.bucket.delete("cats/tom 1.png")).isFalse();
        assertThat(watched.toldAt(2_000)).isEmpty();
    }

    @Test
    void whatIsOverwrittenAfterItWasPutIsToldAgain() throws IOException {
        watched.bucket.put("a", "1");
        Files.setLastModifiedTime(watched.write("a", "2"), FileTime.fromMillis(1_000));
        assertThat(watched.toldAt(0)).containsExactly("CREATED a");

        assertThat(watched.toldAt(300)).containsExactly("CREATED a");
    }

    @Test
    void randomKeysAreFilesInsideOfTheFolderAndFoundAgain() throws IOException {
        Random random = new Random(20_261_127);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String key = i + "-" + KeyPathTest.randomKey(random);
            keys.add(key);
            watched.bucket.put(key, key);
        }
        keys.add("../" + "\u00e9/".repeat(340));
        watched.bucket.put(keys.get(300), "long");

        watched.reopen();
        for (String key : keys) {
            assertThat(watched.bucket.delete(key)).as(key).isTrue();
        }
        assertThat(watched.root).isEmptyDirectory();
        assertThat(temporary).isDirectoryContaining(path -> path.endsWith("uploads"));
        watched.events.clear();
        watched.functions.deliverAll();
        assertThat(watched.events).hasSize(602);
    }

    @Test
    void aFileAndAFolderOfOneNameDoNotGoTogether() {
        watched.bucket.put("a", "1");
        watched.bucket.put("b/c", "1");

        assertThatThrownBy(() -> watched.bucket.put("a/b", "1")).hasMessageStartingWith("ALOFT-131 ");
        assertThatThrownBy(() -> watched.bucket.put("b", "1")).hasMessageStartingWith("ALOFT-131 ");
        assertThat(watched.root.toFile().list()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "A name has no colon there")
    void twoFilesOfOneKeyAreOneObject() throws IOException {
        watched.write("a:b", "chosen freely");
        watched.toldAt(0);
        assertThat(watched.toldAt(300)).containsExactly("CREATED a:b");
        watched.write("a%3Ab", "escaped");
        watched.toldAt(400);
        assertThat(watched.toldAt(700)).containsExactly("CREATED a:b");
        assertThat(watched.events.get(0).size()).hasValue(7);

        assertThat(watched.toldAt(5_000)).isEmpty();
        Files.delete(watched.root.resolve("a%3Ab"));
        watched.toldAt(6_000);
        assertThat(watched.toldAt(6_300)).containsExactly("CREATED a:b");
    }

    @Test
    void aFileThatIsBeingPutIsNoObject() throws IOException {
        watched.write(Folder.TEMPORARY + "1", "half");
        watched.toldAt(0);

        assertThat(watched.toldAt(300)).isEmpty();
    }
}
