package dev.aloft.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static dev.aloft.processor.Sources.file;
import static dev.aloft.processor.Sources.generatedFile;
import static dev.aloft.processor.Sources.generatedSource;
import static dev.aloft.processor.Sources.handler;
import static dev.aloft.processor.Sources.shop;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Another processor generates what functions need, or functions themselves. */
class RoundsTest {
    /** Generates one source in each round. */
    private static final class Generator extends AbstractProcessor {
        private final Deque<String> sources;

        Generator(String... sources) {
            this.sources = new ArrayDeque<>(List.of(sources));
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!sources.isEmpty()) {
                write(sources.remove());
            }
            return false;
        }

        private void write(String source) {
            String name = file(source).getName().replaceAll("^/|\\.java$", "").replace('/', '.');
            try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                writer.write(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Compilation compile(Generator generator, String... sources) {
        List<JavaFileObject> files = Arrays.stream(sources).map(Sources::file).toList();
        return javac().withProcessors(new FunctionProcessor(), generator)
                .withOptions("-Xlint:all,-processing", "-Werror")
                .compile(files);
    }

    @Test
    void aGeneratedSuperclassIsAwaited() {
        String base = handler("", "Base").replace("public class", "public abstract class");

        Compilation compilation = compile(
                new Generator("package shop; public class Unrelated {}", base),
                shop("@HttpTrigger(path = \"/orders\") public class Orders extends Base {}"),
                handler("PlaceOrder", "POST", "/orders"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generatedSource(compilation, "shop.AloftFunctions"))
                .contains("http(\"orders\", \"/orders\", \"GET\")")
                .contains("http(\"place-order\", \"/orders\", \"POST\")");
        assertThat(generatedFile(compilation, "META-INF/aloft/index")).isEqualTo("shop.AloftFunctions\n");
    }

    @Test
    void aGeneratedConstantIsAwaited() {
        Compilation compilation = compile(
                new Generator("package shop; public interface Paths { String ORDERS = \"/orders\"; }"),
                handler("@HttpTrigger(path = Paths.ORDERS)", "Orders"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generatedSource(compilation, "shop.AloftFunctions"))
                .contains("http(\"orders\", \"/orders\", \"GET\")");
    }

    @Test
    void generatedFunctionsGetAnIndexOfTheirOwn() {
        Compilation compilation = compile(
                new Generator(handler("Generated", "GET", "/generated")), handler("PlaceOrder", "POST", "/orders"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generatedFile(compilation, "META-INF/aloft/index"))
                .isEqualTo("shop.AloftFunctions\nshop.AloftFunctions2\n");
        assertThat(generatedSource(compilation, "shop.AloftFunctions2"))
                .contains("http(\"generated\", \"/generated\", \"GET\")")
                .doesNotContain("place-order");
        assertThat(generatedFile(compilation, "generated/function.json")).contains("\"route\": \"generated\"");
        assertThat(generatedFile(compilation, "place-order/function.json")).contains("\"route\": \"orders\"");
    }

    @Test
    void functionsOfDifferentRoundsMustDifferToo() {
        Compilation compilation = compile(
                new Generator(handler("Generated", "POST", "/orders")), handler("PlaceOrder", "POST", "/orders"));

        assertThat(compilation).hadErrorCount(1);
        assertThat(compilation)
                .hadErrorContaining("ALOFT-018 The functions place-order (shop.PlaceOrder, /orders) and generated"
                        + " (shop.Generated, /orders) both answer POST on the same paths.");
    }

    @Test
    void aGeneratedPayloadIsAwaited() {
        Compilation compilation = compile(
                new Generator(MessageSources.ORDER),
                MessageSources.SHIP_ORDER,
                MessageSources.method(
                        "@QueueTrigger(\"bulk\")",
                        "public BatchResult load(java.util.List<Message<Order[]>> all, Context c) { return null; }"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generatedSource(compilation, "shop.AloftFunctions"))
                .contains("case \"ship-order\" -> Order.class;")
                .contains("case \"load\" -> Order[].class;");
    }

    @Test
    void aGeneratedFunctionMayBeTheSourceOfAnOption() {
        Compilation compilation = javac().withProcessors(
                        new FunctionProcessor(),
                        new Generator(MessageSources.messageHandler("@QueueTrigger(\"orders\")", "Ship", "String")))
                .withOptions("-Xlint:all,-processing", "-Werror", "-Aaloft.azure.bindings=orders:service-bus")
                .compile(file(handler("PlaceOrder", "POST", "/orders")));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generatedFile(compilation, "ship/function.json")).contains("AzureEntryPoint.serviceBus");
    }
}
