package dev.aloft.testkit.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.StorageEvent;
import dev.aloft.testkit.StorageKey;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Event Grid and the blob trigger tell names as they are. */
class StorageKeyTest {
    @TempDir
    private static Path folder;

    private static ResourcePackage azure;

    @BeforeAll
    static void start() throws Exception {
        azure = ResourcePackage.start(folder);
    }

    private static Stream<String> keys(String function, AzureTrigger trigger) {
        return azure.received(function, trigger).stream().map(got -> ((StorageEvent) got).key());
    }

    @ParameterizedTest
    @EnumSource
    void keyIsTheSameByEveryWay(StorageKey expected) {
        assertThat(keys("on-upload", BlobEncoder.schema(expected.created()))).containsExactly(expected.key());
        assertThat(keys("on-upload", BlobEncoder.cloudEvent(expected.created())))
                .containsExactly(expected.key());
        assertThat(keys("on-picture", BlobEncoder.trigger(expected.created(), new byte[3])))
                .containsExactly(expected.key());
    }
}
