package dev.aloft.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.aloft.processor.ResourceSources.changeHandler;
import static dev.aloft.processor.Sources.compile;
import static dev.aloft.processor.Sources.expected;
import static dev.aloft.processor.Sources.generatedSource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeHandler;
import dev.aloft.Document;
import dev.aloft.ScheduleEvent;
import dev.aloft.ScheduleHandler;
import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import dev.aloft.StorageHandler;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The index of functions of storage, schedules and database changes, as source and at run time. */
class ResourceIndexTest {
    private Compilation compilation;
    private Loader loader;
    private FunctionIndex index;

    @BeforeEach
    void compiledApplication() throws Exception {
        compilation = compile(ResourceSources.all());
        assertThat(compilation).succeededWithoutWarnings();
        loader = new Loader(compilation);
        index = loader.index();
    }

    @Test
    void isCodeThatAPersonCouldHaveWritten() {
        assertThat(generatedSource(compilation, "shop.AloftFunctions"))
                .isEqualTo(expected("AloftFunctionsOfResources.java"));
    }

    @Test
    void listsTheFunctionsWithoutLoadingThem() {
        assertThat(index.functions())
                .containsExactly(
                        FunctionDefinition.change("archive", "products"),
                        FunctionDefinition.schedule("clean-up", "30 3 * * MON-FRI", "UTC"),
                        FunctionDefinition.change("count", "carts"),
                        FunctionDefinition.storage("forget", "uploads", Kind.DELETED, Kind.ARCHIVED),
                        FunctionDefinition.change("index-product", "products"),
                        FunctionDefinition.storage("make-thumbnail", "uploads", Kind.CREATED),
                        FunctionDefinition.http("place-order", "/orders", "POST"),
                        FunctionDefinition.schedule("tick", "*/15 * * * *", "Etc/UTC"));
        assertThat(loader.loaded()).containsExactly("shop.AloftFunctions");
    }

    @Test
    void loadsOnlyTheDocumentOfTheInvokedFunction() {
        assertThat(index.payloadType("archive")).isEqualTo(Document.class);
        assertThat(index.payloadType("index-product").getTypeName()).isEqualTo("shop.Product");
        assertThat(loader.loaded()).containsExactly("shop.AloftFunctions", "shop.Product");
    }

    @Test
    void onlyFunctionsOfChangesHaveADocument() {
        assertThatThrownBy(() -> index.payloadType("clean-up"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No payload of function clean-up");
    }

    @ParameterizedTest
    @CsvSource({
        "clean-up, dev.aloft.ScheduleHandler",
        "make-thumbnail, dev.aloft.StorageHandler",
        "index-product, dev.aloft.ChangeHandler"
    })
    void aClassIsItsOwnHandler(String function, Class<?> type) throws Exception {
        assertThat(index.handler(function, null)).isInstanceOf(type);
        assertThat(loader.loaded()).hasSize(2);
    }

    @Test
    @SuppressWarnings("unchecked")
    void adaptersCallTheMethodsOfOneInstance() throws Exception {
        StorageEvent deleted =
                StorageEvent.builder(Kind.DELETED, "uploads", "cats/").build();
        ScheduleEvent firing = ScheduleEvent.builder("tick/", Instant.EPOCH).build();
        ChangeEvent<Document> change = ChangeEvent.builder("c-1", ChangeEvent.Operation.INSERT, "products")
                .after(Document.empty())
                .build();

        ((StorageHandler) index.handler("forget", null)).handle(deleted, null);
        ((ScheduleHandler) index.handler("tick", null)).handle(firing, null);

        ChangeHandler<Document> archive = (ChangeHandler<Document>) index.handler("archive", null);
        assertThatThrownBy(() -> archive.handle(change, null))
                .isInstanceOf(IOException.class)
                .hasMessage("cats/tick/c-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Product                           | Product.class
            Object                            | Object.class
            Document                          | Document.class
            java.util.Map<String, Object>     | new GenericType<Map<String, Object>>() {}.type()
            """)
    void everyTypeWithFieldsCanBeTheDocument(String payload, String written) {
        Compilation changes =
                compile(ResourceSources.PRODUCT, changeHandler("@ChangeTrigger(\"products\")", "Index", payload));

        assertThat(changes).succeededWithoutWarnings();
        assertThat(generatedSource(changes, "shop.AloftFunctions"))
                .contains("            case \"index\" -> " + written + ";\n");
    }
}
