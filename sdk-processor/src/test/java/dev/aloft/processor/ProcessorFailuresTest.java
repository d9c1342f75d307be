package dev.aloft.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static dev.aloft.processor.CompileErrorAssert.assertThatOnlyError;
import static dev.aloft.processor.Sources.compile;
import static dev.aloft.processor.Sources.handler;
import static dev.aloft.processor.Sources.shop;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorFailuresTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aloft.package               | com..shop  | a package name
            aloft.handlerFactory        | yes        | true or false
            aloft.azure                 | off        | true or false
            aloft.azure.authLevel       | user       | anonymous, function or admin
            aloft.azure.sourceSettings  | on         | true or false
            aloft.azure.functionTimeout | 5m         | hh:mm:ss from 00:00:01 to 23:59:59, or -1 for no limit
            aloft.azure.functionTimeout | 00:00:00   | hh:mm:ss from 00:00:01 to 23:59:59, or -1 for no limit
            aloft.azure.functionTimeout | 24:00:00   | hh:mm:ss from 00:00:01 to 23:59:59, or -1 for no limit
            """)
    void optionsHaveKnownValues(String option, String value, String allowed) {
        Compilation compilation =
                compile(List.of("-A" + option + "=" + value), handler("PlaceOrder", "POST", "/orders"));

        assertThatOnlyError(compilation)
                .says("ALOFT-035 The compiler option -A" + option + "=" + value + " is not valid. Allowed: " + allowed
                        + ".")
                .pointsNowhere();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orders",
                "orders:sqs",
                ":kafka",
                "orders:",
                "orders:service-bus,",
                "orders:service-bus;clicks:kafka",
                "orders:service-bus,orders:storage-queue"
            })
    void bindingsArePairs(String value) {
        Compilation compilation =
                compile(List.of("-Aaloft.azure.bindings=" + value), handler("PlaceOrder", "POST", "/orders"));

        assertThatOnlyError(compilation)
                .says("ALOFT-035 The compiler option -Aaloft.azure.bindings=" + value
                        + " is not valid. Allowed: pairs like"
                        + " orders:service-bus, separated by commas, each source once, with storage-queue, service-bus,"
                        + " event-hubs, kafka, event-grid, blob, cosmos-db, sql.")
                .pointsNowhere();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aloft.azure.functionTimeout=-1",
                "aloft.azure.functionTimeout=23:59:59",
                "aloft.azure.authLevel=admin",
                "aloft.azure.sourceSettings=true",
                "aloft.azure.timeZone=Europe/Berlin"
            })
    void validOptionsAreTaken(String option) {
        assertThat(compile(List.of("-A" + option), handler("PlaceOrder", "POST", "/orders")))
                .succeededWithoutWarnings();
    }

    @Test
    void anOptionWithoutValueIsNotValid() {
        Compilation compilation = compile(List.of("-Aaloft.azure"), handler("PlaceOrder", "POST", "/orders"));

        assertThatOnlyError(compilation)
                .says("ALOFT-035 The compiler option -Aaloft.azure= is not valid. Allowed: true or false.")
                .pointsNowhere();
    }

    @Test
    void anOwnClassOfTheIndexsNameIsInTheWay() {
        Compilation compilation =
                compile(handler("PlaceOrder", "POST", "/orders"), shop("public class AloftFunctions {}"));

        assertThatOnlyError(compilation)
                .says("ALOFT-034 The file shop.AloftFunctions cannot be written: a class of this name is there already."
                        + " Rename it, or choose another package with -Aaloft.package.")
                .pointsNowhere();
    }

    @Test
    void aDefectIsReportedInsteadOfThrown() {
        Compilation compilation = compileWithFiler(() -> new IllegalStateException("planted"));

        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
                .startsWith(
                        "ALOFT-033 The annotation processor failed, which is a defect of Aloft. Please report it with this"
                                + " text: java.lang.IllegalStateException: planted\n  ")
                .contains("dev.aloft.processor.Output.source");
    }

    @Test
    void aFullDiskIsReported() {
        Compilation compilation = compileWithFiler(() -> new IOException("No space left on device"));

        assertThatOnlyError(compilation)
                .says("ALOFT-034 The file shop.AloftFunctions cannot be written: No space left on device")
                .pointsNowhere();
    }

    private static Compilation compileWithFiler(Supplier<Exception> failure) {
        return javac().withProcessors(new WithFailingFiler(failure))
                .compile(Sources.file(handler("PlaceOrder", "POST", "/orders")));
    }

    /** The processor in an environment in which no file can be created. */
    private static final class WithFailingFiler extends AbstractProcessor {
        private final FunctionProcessor processor = new FunctionProcessor();
        private final Supplier<Exception> failure;

        WithFailingFiler(Supplier<Exception> failure) {
            this.failure = failure;
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            Filer filer = (Filer) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Filer.class}, (proxy, method, arguments) -> {
                        throw failure.get();
                    });
            processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ProcessingEnvironment.class},
                    (proxy, method, arguments) -> {
                        try {
                            return method.getName().equals("getFiler") ? filer : method.invoke(environment, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }
    }

    @Test
    void afterAMistakeNothingIsWritten() {
        Folder classes = new Folder(folder);

        boolean success = classes.compile(
                List.of(), handler("PlaceOrder", "POST", "/orders"), handler("ListOrders", "GET", "orders"));

        assertThat(success).isFalse();
        assertThat(classes.messages()).contains("ListOrders.java:3: error: ALOFT-010 Route \"orders\"");
        assertThat(classes.files()).isEmpty();
    }
}
