package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadedClassesTest {
    /** What both the folder and the tests' class path have. */
    public static final class Twice {}

    private static final String PATH = "dev/aloft/local/ReloadedClassesTest$Twice.class";
    private static final ClassLoader PARENT = ReloadedClassesTest.class.getClassLoader();

    @TempDir
    private Path folder;

    private Map<String, ClassFile> files;

    @BeforeEach
    void copy() throws IOException {
        Path copy = folder.toRealPath().resolve(PATH);
        Files.createDirectories(copy.getParent());
        try (InputStream original = PARENT.getResourceAsStream(PATH)) {
            Files.write(copy, original.readAllBytes());
        }
        files = ClassFolders.of(List.of(folder.toString())).begin();
    }

    private ReloadedClasses loader(Set<String> removed) throws IOException {
        return new ReloadedClasses(List.of(folder.toRealPath()), files, removed, PARENT);
    }

    @Test
    void classesOfTheFoldersComeFirstAndAllOthersStay() throws Exception {
        ReloadedClasses loader = loader(Set.of());

        Class<?> loaded = loader.loadClass(Twice.class.getName());

        assertThat(loaded).isNotEqualTo(Twice.class).isSameAs(loader.loadClass(Twice.class.getName()));
        assertThat(loaded.getProtectionDomain().getCodeSource().getLocation())
                .isEqualTo(folder.toRealPath().toUri().toURL());
        assertThat(loaded.getPackageName()).isEqualTo("dev.aloft.local");
        assertThat(loader.loadClass(Console.class.getName())).isSameAs(Console.class);
    }

    @Test
    void whatHasVanishedFromTheFoldersIsGoneAlthoughTheParentHasIt() throws IOException {
        files = Map.of();

        assertThatThrownBy(() -> loader(Set.of(PATH)).loadClass(Twice.class.getName()))
                .isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> loader(Set.of()).loadClass("no.such.Class"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void resourcesOfTheFoldersComeFirst() throws IOException {
        String services = "META-INF/services/dev.aloft.spi.PayloadCodec";
        Path own = folder.resolve(services);
        Files.createDirectories(own.getParent());
        Files.writeString(own, "own");
        ReloadedClasses loader = loader(Set.of());

        try (InputStream found = loader.getResourceAsStream(services)) {
            assertThat(new String(found.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("own");
        }
        List<URL> all = Collections.list(loader.getResources(services));
        assertThat(all)
                .hasSizeGreaterThan(1)
                .first()
                .isEqualTo(own.toRealPath().toUri().toURL());
        assertThat(loader.getResource("dev/aloft/local/Console.class")).isNotNull();
        assertThat(loader.getResource("no/such/file")).isNull();
    }

    @Test
    void noResourceIsOutsideOfTheFolders() throws IOException {
        Path secret = folder.resolveSibling("outside-" + folder.getFileName());
        Files.writeString(secret, "secret");
        try {
            assertThat(loader(Set.of()).getResource("../" + secret.getFileName()))
                    .isNull();
            assertThat(loader(Set.of()).getResource("\0")).isNull();
        } finally {
            Files.delete(secret);
        }
    }
}
