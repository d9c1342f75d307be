package dev.aloft.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What costs milliseconds before the first response does not stand in the classes on its way. */
class ColdPathTest {
    private static final List<String> EXPENSIVE = List.of(
            "java/lang/invoke/LambdaMetafactory",
            "java/lang/invoke/StringConcatFactory",
            "java/util/regex/",
            "java/util/stream/",
            "java/time/format/",
            "java/util/Formatter");

    /** Off the way to the first response: these may use whatever reads best. */
    private static final List<String> ELSEWHERE = List.of("dev/aloft/spi/InstalledCodec", "dev/aloft/Functions");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.aloft.HttpHandler",
                "dev.aloft.runtime.FunctionRuntime",
                "dev.aloft.aws.LambdaEntryPoint",
                "dev.aloft.azure.AzureEntryPoint",
                "dev.aloft.gcp.GcpEntryPoint"
            })
    void nothingExpensiveStandsOnTheWay(String anyClassOfTheModule) throws Exception {
        Map<String, byte[]> classFiles = classFilesBeside(Class.forName(anyClassOfTheModule));
        List<String> findings = new ArrayList<>();

        classFiles.forEach((name, bytes) -> {
            String constants = new String(bytes, StandardCharsets.ISO_8859_1);
            EXPENSIVE.stream().filter(constants::contains).forEach(used -> findings.add(name + " uses " + used));
        });

        assertThat(classFiles).hasSizeGreaterThan(3);
        assertThat(findings).isEmpty();
    }

    @Test
    void testSeesWhatItLooksFor() throws Exception {
        byte[] own = bytes(ColdPathTest.class.getResourceAsStream("ColdPathTest.class"));

        assertThat(new String(own, StandardCharsets.ISO_8859_1)).contains("java/lang/invoke/LambdaMetafactory");
    }

    private static Map<String, byte[]> classFilesBeside(Class<?> type) throws IOException, URISyntaxException {
        URI location = type.getProtectionDomain().getCodeSource().getLocation().toURI();
        Path path = Path.of(location);
        if (Files.isDirectory(path)) {
            return classFiles(path);
        }
        try (FileSystem jar = FileSystems.newFileSystem(path)) {
            return classFiles(jar.getPath("/"));
        }
    }

    private static Map<String, byte[]> classFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> ELSEWHERE.stream()
                            .noneMatch(name -> root.relativize(file).toString().startsWith(name)))
                    .collect(Collectors.toMap(file -> root.relativize(file).toString(), ColdPathTest::read));
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(InputStream stream) throws IOException {
        try (stream) {
            return stream.readAllBytes();
        }
    }
}
