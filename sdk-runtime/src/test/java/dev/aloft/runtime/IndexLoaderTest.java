package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import dev.aloft.Functions;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexLoaderTest {
    @TempDir
    Path folder;

    @Test
    void classesOfAllIndexFilesAreUsedOnce() throws IOException {
        try (URLClassLoader loader = loader(
                First.class.getName() + "\n", "\r\n" + First.class.getName() + "\r\n" + Second.class.getName())) {
            List<FunctionIndex> indexes = new IndexLoader(loader).load(null);

            assertThat(indexes).hasExactlyElementsOfTypes(First.class, Second.class);
        }
    }

    @Test
    void indexInAFolderWithSpacesIsFound() throws IOException {
        Path root = folder.resolve("a b%20\u00e9/");
        Files.createDirectories(root.resolve("META-INF/aloft"));
        Files.writeString(root.resolve("META-INF/aloft/index"), Second.class.getName());
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {root.toUri().toURL()}, getClass().getClassLoader())) {
            assertThat(new IndexLoader(loader).load(null)).singleElement().isInstanceOf(Second.class);
        }
    }

    @Test
    void settingReplacesTheIndexFiles() throws IOException {
        try (URLClassLoader loader = loader("com.acme.Missing")) {
            assertThat(new IndexLoader(loader).load(Second.class.getName()))
                    .singleElement()
                    .isInstanceOf(Second.class);
        }
    }

    @Test
    void missingIndexSaysHowToGetOne() throws IOException {
        try (URLClassLoader loader = loader("")) {
            IndexLoader index = new IndexLoader(loader);

            assertThatExceptionOfType(AloftException.class)
                    .isThrownBy(() -> index.load(null))
                    .withMessage(
                            "ALOFT-101 No functions were found: there is no META-INF/aloft/index on the class path. Let the"
                                    + " annotation processor dev.aloft:aloft-processor run when the application is compiled, or name a"
                                    + " FunctionIndex in ALOFT_INDEX.");
        }
    }

    @Test
    void classThatIsNotThereIsNamed() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> FunctionRuntime.start("test", Map.of("ALOFT_INDEX", "com.acme.Missing")))
                .withMessage("ALOFT-109 The class com.acme.Missing cannot be used as dev.aloft.spi.FunctionIndex"
                        + " (ClassNotFoundException). It must be on the class path, public, of that type, and have a public"
                        + " constructor without parameters that succeeds.")
                .withCauseInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void classOfAnotherTypeIsNamed() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> FunctionRuntime.start("test", Map.of("ALOFT_INDEX", "java.lang.String")))
                .withMessageStartingWith(
                        "ALOFT-109 The class java.lang.String cannot be used as dev.aloft.spi.FunctionIndex"
                                + " (ClassCastException).");
    }

    @Test
    void handlerFactoryOfTheSettingCreatesHandlers() {
        List<Object> created = new ArrayList<>();
        FunctionRuntime runtime = FunctionRuntime.start(
                "test", Map.of("ALOFT_HANDLER_FACTORY", Factory.class.getName()), new FactoryIndex(created));

        runtime.http(HttpRequest.builder("GET", "/f").build(), new RecordingInvocation());

        assertThat(created).singleElement().isInstanceOf(Factory.class);
    }

    private URLClassLoader loader(String... indexFiles) throws IOException {
        List<URL> roots = new ArrayList<>();
        for (int i = 0; i < indexFiles.length; i++) {
            Path file = folder.resolve(i + "/META-INF/aloft/index");
            Files.createDirectories(file.getParent());
            Files.writeString(file, indexFiles[i]);
            roots.add(folder.resolve(i + "/").toUri().toURL());
        }
        return new URLClassLoader(roots.toArray(new URL[0]), getClass().getClassLoader());
    }

    /** An index without functions. */
    public static class First implements FunctionIndex {
        @Override
        public List<FunctionDefinition> functions() {
            return List.of();
        }

        @Override
        public Object handler(String functionName, @Nullable HandlerFactory factory) {
            throw new IllegalArgumentException(functionName);
        }
    }

    /** Another one. */
    public static final class Second extends First {}

    /** A factory that a setting names. */
    public static final class Factory implements HandlerFactory {
        @Override
        public <T> T create(Class<T> type) {
            throw new IllegalStateException(type.getName());
        }
    }

    private record FactoryIndex(List<Object> created) implements FunctionIndex {
        @Override
        public List<FunctionDefinition> functions() {
            return List.of(FunctionDefinition.http("f", "/f", "GET"));
        }

        @Override
        public Object handler(String functionName, @Nullable HandlerFactory factory) {
            if (factory != null) {
                created.add(factory);
            }
            return Functions.builder()
                    .http("f", "GET", "/f", (request, context) -> HttpResponse.ok())
                    .build()
                    .handler("f", factory);
        }
    }
}
