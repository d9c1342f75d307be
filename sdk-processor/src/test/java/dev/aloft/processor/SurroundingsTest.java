package dev.aloft.processor;

import static dev.aloft.processor.Sources.handler;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications with and without modules and JSpecify, and how build tools find the processor. */
class SurroundingsTest {
    private static final String FUNCTION =
            handler("PlaceOrder", "POST", "/orders").replace("public class PlaceOrder implements HttpHandler {", """
                    public class PlaceOrder implements HttpHandler {
                        /** Creates the handler. */
                        public PlaceOrder() {}
                    """);

    @TempDir
    Path folder;

    private Folder classes;

    @BeforeEach
    void emptyFolder() {
        classes = new Folder(folder);
    }

    @Test
    void withoutJSpecifyTheIndexDoesWithoutItsAnnotation() {
        boolean success = classes.compile(List.of("-classpath", Folder.api().toString()), FUNCTION);

        assertThat(classes.messages()).isEmpty();
        assertThat(success).isTrue();
        assertThat(classes.text("shop/AloftFunctions.java"))
                .contains("public Object handler(String functionName, HandlerFactory factory)")
                .doesNotContain("jspecify");
    }

    @Test
    void aModuleThatDoesNotReadTheCompilersGetsNoGeneratedAnnotation() {
        boolean success = compileModule("module shop { requires transitive dev.aloft.api; exports shop; }");

        assertThat(classes.messages()).isEmpty();
        assertThat(success).isTrue();
        assertThat(classes.text("shop/AloftFunctions.java")).doesNotContain("Generated");
        assertThat(classes.text("META-INF/aloft/index")).isEqualTo("shop.AloftFunctions\n");
    }

    @Test
    void aModuleThatReadsTheCompilersGetsIt() {
        boolean success = compileModule(
                "module shop { requires transitive dev.aloft.api; requires static java.compiler; exports shop; }");

        assertThat(classes.messages()).isEmpty();
        assertThat(success).isTrue();
        assertThat(classes.text("shop/AloftFunctions.java"))
                .contains("@Generated(\"dev.aloft.processor\")\n@SuppressWarnings({\"exports\"})\npublic final");
    }

    private boolean compileModule(String moduleInfo) {
        String path = Folder.api() + File.pathSeparator + Folder.jspecify();
        return classes.compile(List.of("--module-path", path, "-classpath", ""), moduleInfo, FUNCTION);
    }

    @Test
    void javacFindsTheProcessor() {
        assertThat(ServiceLoader.load(Processor.class).stream().map(ServiceLoader.Provider::type))
                .contains(FunctionProcessor.class);
    }

    @Test
    void gradleKnowsThatItAggregates() throws IOException {
        try (InputStream file =
                FunctionProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo(FunctionProcessor.class.getName() + ",aggregating");
        }
    }

    @Test
    void aSecondCompilationIntoTheSameFolderGivesTheSame() {
        classes.compile(List.of(), FUNCTION);
        String first = classes.text("shop/AloftFunctions.java");
        List<String> files = classes.files();

        boolean success = classes.compile(
                List.of("-classpath", folder + File.pathSeparator + System.getProperty("java.class.path")), FUNCTION);

        assertThat(classes.messages()).isEmpty();
        assertThat(success).isTrue();
        assertThat(classes.text("shop/AloftFunctions.java")).isEqualTo(first);
        assertThat(classes.files()).isEqualTo(files);
    }
}
