package dev.aloft.testkit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskRootTest {
    @TempDir
    Path folder;

    private Path zip(String... names) throws IOException {
        Path zip = folder.resolve("function.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return zip;
    }

    @Test
    void archiveIsUnpackedWhole() throws IOException {
        Path root = TaskRoot.of(zip("a.txt", "empty/", "lib/deep/b.jar"), folder.resolve("task"));

        assertThat(root.resolve("a.txt")).hasContent("a.txt");
        assertThat(root.resolve("empty")).isDirectory();
        assertThat(root.resolve("lib/deep/b.jar")).hasContent("lib/deep/b.jar");
    }

    @Test
    void entryThatLeadsOutIsRefused() throws IOException {
        Path zip = zip("../evil.txt");

        assertThatThrownBy(() -> TaskRoot.of(zip, folder.resolve("task")))
                .hasRootCauseMessage("The entry ../evil.txt leads out of the archive");
        assertThat(folder.resolve("evil.txt")).doesNotExist();
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "no archive");

        assertThatThrownBy(() -> TaskRoot.of(text, folder.resolve("task")))
                .isInstanceOf(HarnessException.class)
                .hasMessage("Cannot unpack " + text + "; code() takes a folder, a jar or a zip");
    }
}
