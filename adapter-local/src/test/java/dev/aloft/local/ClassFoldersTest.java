package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at when, with the time given. */
class ClassFoldersTest {
    @TempDir
    private Path first;

    @TempDir
    private Path second;

    private long modified = 1_000;

    @BeforeEach
    void write() throws IOException {
        write(first, "a/A.class", "one");
    }

    /** Each time with another time of change, so that no clock is too coarse. */
    private void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        modified += 1_000;
        Files.setLastModifiedTime(file, FileTime.fromMillis(modified));
    }

    private ClassFolders begun() throws IOException {
        ClassFolders folders = ClassFolders.of(List.of(first.toString(), second.toString()));
        folders.begin();
        return folders;
    }

    private static @Nullable String text(@Nullable Map<String, ClassFile> files, String name) {
        ClassFile file = files == null ? null : files.get(name);
        return file == null || file.content() == null ? null : new String(file.content());
    }

    @Test
    void aChangeCountsWhenNothingHasChangedForAWhile() throws IOException {
        ClassFolders folders = begun();
        assertThat(folders.look(1_000)).isNull();
        assertThat(folders.isPending()).isFalse();

        write(first, "a/A.class", "two");

        assertThat(folders.look(1_050)).isNull();
        assertThat(folders.isPending()).isTrue();
        write(first, "a/B.class", "bee");
        assertThat(folders.look(1_130)).isNull();
        assertThat(folders.look(1_209)).isNull();
        Map<String, ClassFile> changed = folders.look(1_210);
        assertThat(text(changed, "a/A.class")).isEqualTo("two");
        assertThat(text(changed, "a/B.class")).isEqualTo("bee");
        assertThat(folders.look(2_000)).isNull();
    }

    @Test
    void theSameContentIsNoChange() throws IOException {
        ClassFolders folders = begun();

        write(first, "a/A.class", "one");

        assertThat(folders.look(1_000)).isNull();
        assertThat(folders.look(2_000)).isNull();
        assertThat(folders.isPending()).isFalse();
    }

    @Test
    void whereAClassHasVanishedACompilerIsWaitedForLonger() throws IOException {
        write(first, "a/B.class", "bee");
        ClassFolders folders = begun();

        Files.delete(first.resolve("a/B.class"));

        assertThat(folders.look(1_000)).isNull();
        assertThat(folders.look(2_499)).isNull();
        assertThat(folders.look(2_500)).containsOnlyKeys("a/A.class");
    }

    @Test
    void ofFilesWithOneNameTheFirstFolderHasTheRightOne() throws IOException {
        write(second, "a/A.class", "other");
        ClassFolders folders = begun();

        write(second, "a/A.class", "changed");
        write(second, "b.properties", "x");

        assertThat(folders.look(1_000)).isNull();
        Map<String, ClassFile> changed = folders.look(2_000);
        assertThat(text(changed, "a/A.class")).isEqualTo("one");
        assertThat(text(changed, "b.properties")).isEqualTo("x");
    }

    @Test
    void aFolderThatIsMadeAnewIsNotLost() throws IOException {
        ClassFolders folders = begun();

        Folders.remove(first);
        assertThat(folders.look(1_000)).isNull();
        assertThat(folders.look(2_500)).isEmpty();
        write(first, "a/A.class", "two");
        assertThat(folders.look(3_000)).isNull();

        assertThat(text(folders.look(3_080), "a/A.class")).isEqualTo("two");
    }

    @Test
    void largeFilesThatAreNoClassesAreNotKept() throws IOException {
        ClassFolders folders = begun();

        write(first, "picture", "x".repeat(2_000_000));
        write(first, "Large.class", "x".repeat(2_000_000));

        assertThat(folders.look(1_000)).isNull();
        Map<String, ClassFile> changed = folders.look(2_000);
        assertThat(text(changed, "picture")).isNull();
        assertThat(text(changed, "Large.class")).hasSize(2_000_000);
        write(first, "picture", "y".repeat(2_000_000));
        assertThat(folders.look(3_000)).isNull();
        assertThat(folders.look(4_000)).containsKey("picture");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Links need a privilege there")
    void linksToFilesAreFollowedAndThoseToFoldersOrNowhereAreNot() throws IOException {
        Files.createSymbolicLink(first.resolve("Linked.class"), first.resolve("a/A.class"));
        Files.createSymbolicLink(first.resolve("loop"), first);
        Files.createSymbolicLink(first.resolve("Nowhere.class"), first.resolve("missing"));
        ClassFolders folders = begun();

        write(first, "a/A.class", "two");

        assertThat(folders.look(1_000)).isNull();
        Map<String, ClassFile> changed = folders.look(2_000);
        assertThat(changed).containsOnlyKeys("a/A.class", "Linked.class");
        assertThat(text(changed, "Linked.class")).isEqualTo("two");
    }

    @Test
    void aFolderThatIsNoneIsNamedWithTheWayOut() {
        String missing = first.resolve("missing").toString();

        for (String name : List.of(missing, first.resolve("a/A.class").toString(), "\0")) {
            assertThatThrownBy(() -> ClassFolders.of(List.of(name)))
                    .hasMessage("ALOFT-137 There is no folder " + name
                            + " for --reload. Compile the application first, and name the"
                            + " folder of its classes, for example target/classes.");
        }
    }

    @Test
    void aFolderThatCannotBeReadIsNamedWithTheReason() {
        assertThat(LocalErrors.unreadableClasses(new IOException("a/b: denied\n")))
                .hasMessage(
                        "ALOFT-139 A folder of --reload cannot be read: java.io.IOException: a/b: denied?. Look at its permissions.");
    }
}
