package dev.aloft.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.aloft.processor.CompileErrorAssert.assertThatOnlyError;
import static dev.aloft.processor.MessageSources.messageHandler;
import static dev.aloft.processor.MessageSources.method;
import static dev.aloft.processor.ResourceSources.changeHandler;
import static dev.aloft.processor.ResourceSources.scheduleHandler;
import static dev.aloft.processor.ResourceSources.storageHandler;
import static dev.aloft.processor.Sources.compile;
import static dev.aloft.processor.Sources.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.testing.compile.Compilation;
import dev.aloft.AloftException;
import dev.aloft.spi.Cron;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with functions of storage, schedules and database changes. */
class ResourceErrorsTest {
    private static final String CHANGE = "@ChangeTrigger(\"products\")";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @StorageTrigger("uploads")            | @StorageTrigger  | dev.aloft.StorageHandler
            @ScheduleTrigger(cron = "* * * * *")  | @ScheduleTrigger | dev.aloft.ScheduleHandler
            @ChangeTrigger("products")            | @ChangeTrigger   | dev.aloft.ChangeHandler
            """)
    void classThatIsNoHandler(String annotation, String trigger, String handler) {
        assertThatOnlyError(compile(shop(annotation + " public class Upkeep {}")))
                .says("ALOFT-020 The class shop.Upkeep carries " + trigger + " but does not implement " + handler
                        + ". Implement it, or move the annotation to a public method with a handler's parameters and"
                        + " result.")
                .pointsAt("Upkeep.java", trigger);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @StorageTrigger("uploads")           | @StorageTrigger  | ScheduleHandler | @ScheduleTrigger | dev.aloft.StorageHandler  | ScheduleEvent
            @ScheduleTrigger(cron = "* * * * *") | @ScheduleTrigger | EventHandler    | @EventTrigger    | dev.aloft.ScheduleHandler | Event
            @EventTrigger                        | @EventTrigger    | StorageHandler  | @StorageTrigger  | dev.aloft.EventHandler    | StorageEvent
            @QueueTrigger("products")            | @QueueTrigger    | ChangeHandler<Document> | @ChangeTrigger | dev.aloft.MessageHandler or dev.aloft.BatchHandler | ChangeEvent<Document>
            """)
    void classWithTheHandlerOfAnotherTrigger(
            String annotation, String trigger, String handler, String fitting, String interfaces, String event) {
        Compilation compilation = compile(shop(annotation + " public class Upkeep implements " + handler
                + " { public void handle(" + event + " event, Context context) {} }"));

        assertThatOnlyError(compilation)
                .says("ALOFT-047 The class shop.Upkeep carries " + trigger + " but implements dev.aloft."
                        + handler.replace("<Document>", "") + ", which goes with " + fitting
                        + ". Change the annotation, or implement " + interfaces + " instead.")
                .pointsAt("Upkeep.java", trigger);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @StorageTrigger("uploads")           | public void on(Event event, Context context) {} | void on(StorageEvent, Context) | void on(dev.aloft.Event, dev.aloft.Context)
            @StorageTrigger("uploads")           | public int on(StorageEvent event, Context context) { return 0; } | void on(StorageEvent, Context) | int on(dev.aloft.StorageEvent, dev.aloft.Context)
            @ScheduleTrigger(cron = "* * * * *") | public void on(ScheduleEvent event) {} | void on(ScheduleEvent, Context) | void on(dev.aloft.ScheduleEvent)
            @ScheduleTrigger(cron = "* * * * *") | public int on(ScheduleEvent event, Context context) { return 0; } | void on(ScheduleEvent, Context) | int on(dev.aloft.ScheduleEvent, dev.aloft.Context)
            @ChangeTrigger("products")           | public void on(Document document, Context context) {} | void on(ChangeEvent<T>, Context) | void on(dev.aloft.Document, dev.aloft.Context)
            @ChangeTrigger("products")           | public int on(ChangeEvent<Document> change, Context context) { return 0; } | void on(ChangeEvent<T>, Context) | int on(dev.aloft.ChangeEvent<dev.aloft.Document>, dev.aloft.Context)
            """)
    void methodWithAnotherSignature(String annotation, String method, String expected, String found) {
        assertThatOnlyError(compile(method(annotation, method)))
                .says("ALOFT-027 The method shop.Orders.on does not have a handler's parameters and result. Expected: "
                        + expected + ", all of dev.aloft. Found: " + found + ".")
                .pointsAt("Orders.java", annotation.replaceAll("\\(.*", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@StorageTrigger(\"my uploads\")", "@ChangeTrigger(\"my uploads\")"})
    void badSourceName(String trigger) {
        String method = trigger.startsWith("@Storage")
                ? "public void on(StorageEvent event, Context context) {}"
                : "public void on(ChangeEvent<Document> change, Context context) {}";

        assertThatOnlyError(compile(method(trigger, method)))
                .says(
                        "ALOFT-040 The source name \"my uploads\" is not valid. Allowed: a letter, then up to 79 letters, digits,"
                                + " hyphens, dots or underscores. The platform's own name, whatever it is, goes into the setting"
                                + " ALOFT_SOURCE_<NAME>.")
                .pointsAt("Orders.java", "\"my uploads\"");
    }

    @Test
    void aFunctionThatHearsOfNothing() {
        assertThatOnlyError(compile(storageHandler("@StorageTrigger(value = \"uploads\", kinds = {})", "Forget")))
                .says(
                        "ALOFT-066 The storage function of uploads wants to hear of no kind of event, so it would never run. Name"
                                + " at least one of [CREATED, DELETED, ARCHIVED, METADATA_UPDATED].")
                .pointsAt("Forget.java", "{}");
    }

    /** CronTest has the whole texts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 30 3 * * *   | ALOFT-054
            @daily         | ALOFT-055
            0 3 ? * MON    | ALOFT-056
            0 3 L * *      | ALOFT-057
            0 3 * * FRI#2  | ALOFT-057
            0 3 1 * MON    | ALOFT-058
            5/15 3 * * *   | ALOFT-059
            0 22-2 * * *   | ALOFT-060
            60 3 * * *     | ALOFT-061
            0 3 * JANUARY * | ALOFT-062
            1,,2 3 * * *   | ALOFT-063
            0 3 30 FEB *   | ALOFT-064
            """)
    void aCronExpressionThatIsNotPortable(String cron, String code) {
        String text = catchThrowableOfType(AloftException.class, () -> Cron.parse(cron))
                .getMessage();

        assertThat(text).startsWith(code + " ");
        assertThatOnlyError(compile(scheduleHandler("@ScheduleTrigger(cron = \"" + cron + "\")", "CleanUp")))
                .says(text)
                .pointsAt("CleanUp.java", "\"" + cron + "\"");
    }

    @Test
    void aTimeZoneThatIsNotKnown() {
        assertThatOnlyError(compile(scheduleHandler("@ScheduleTrigger(cron = \"* * * * *\", zone = \"CEST\")", "Tick")))
                .says(
                        "ALOFT-065 The time zone \"CEST\" is not known. Allowed: UTC, and IANA names like Europe/Berlin, in this"
                                + " very case.")
                .pointsAt("Tick.java", "\"CEST\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public void on(ChangeEvent change, Context context) {}                            | no type argument tells it
            public void on(ChangeEvent<?> change, Context context) {}                         | ? is a wildcard
            public <T> void on(ChangeEvent<T> change, Context context) {}                     | T is a type variable
            public <T> void on(ChangeEvent<java.util.Map<T, T>> change, Context context) {}   | T is a type variable
            """)
    void aDocumentThatIsNotKnown(String method, String reason) {
        assertThatOnlyError(compile(List.of("-Xlint:-rawtypes"), method(CHANGE, method)))
                .says("ALOFT-044 The payload that shop.Orders.on asks for is not known, because " + reason
                        + ". Name a type, for example ChangeHandler<Product> or ChangeEvent<Document>.")
                .pointsAt("Orders.java", "@ChangeTrigger");
    }

    @Test
    void aDocumentThatIsNotPublic() {
        assertThatOnlyError(compile("package shop; record Product() {}", changeHandler(CHANGE, "Index", "Product")))
                .says(
                        "ALOFT-045 The payload shop.Product that shop.Index asks for is out of reach for the function index,"
                                + " because shop.Product is not public. Make it public.")
                .pointsAt("Index.java", "@ChangeTrigger");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.String",
                "java.lang.Integer",
                "byte[]",
                "shop.Product[]",
                "java.util.List<shop.Product>",
                "java.util.ArrayList<java.lang.String>",
                "dev.aloft.Body",
                "dev.aloft.Binary",
                "shop.Product.Size"
            })
    void whatNoDocumentCanBeReadAs(String payload) {
        Compilation compilation = compile(
                shop("public record Product(String id) { public enum Size { SMALL } }"),
                changeHandler(CHANGE, "Index", payload));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-067 The payload " + payload
                                + " that shop.Index asks for can never be read of a database document,"
                                + " which is an object with fields. Name a record or class, a java.util.Map, or dev.aloft.Document.")
                .pointsAt("Index.java", "@ChangeTrigger");
    }

    @Test
    void twoSourcesWithOneSetting() {
        Compilation compilation = compile(
                storageHandler("@StorageTrigger(\"eu-products\")", "Store"),
                changeHandler("@ChangeTrigger(\"eu.products\")", "Index", "Document"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-041 The sources of the functions index (shop.Index, database changes of eu.products) and store"
                                + " (shop.Store, storage events (created) of eu-products) differ, but the one setting"
                                + " ALOFT_SOURCE_EU_PRODUCTS holds the platform's name of both. Rename one of the sources.")
                .pointsAt("Store.java", "\"eu-products\"");
    }

    @Test
    void aScheduleHasTheSettingOfItsFunction() {
        Compilation compilation = compile(
                messageHandler("@StreamTrigger(\"tidy.up\")", "Read", "String"),
                scheduleHandler("@ScheduleTrigger(cron = \"* * * * *\") @FunctionName(\"tidy-up\")", "Tidy"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-041 The sources of the functions read (shop.Read, stream records of tidy.up) and tidy-up (shop.Tidy,"
                                + " firings of its schedule) differ, but the one setting ALOFT_SOURCE_TIDY_UP holds the platform's"
                                + " name of both. Rename one of the sources.")
                .pointsAt("Tidy.java", "\"tidy-up\"");
    }

    @Test
    void functionsOfBucketsAndTablesMayShareThem() {
        Compilation compilation = compile(
                storageHandler("@StorageTrigger(\"uploads\")", "MakeThumbnail"),
                storageHandler("@StorageTrigger(\"uploads\")", "CheckUpload"),
                changeHandler(CHANGE, "Index", "Document"),
                changeHandler(CHANGE, "Archive", "Document"));

        assertThat(compilation).succeededWithoutWarnings();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@StorageTrigger public void on(StorageEvent event, Context context) {}",
                "@StorageTrigger(value = \"a\", kinds = Missing.ONE) public void on(StorageEvent event, Context context) {}",
                "@StorageTrigger(value = \"a\", kinds = {StorageEvent.Kind.GONE})"
                        + " public void on(StorageEvent event, Context context) {}",
                "@StorageTrigger(value = \"a\", kinds = 7) public void on(StorageEvent event, Context context) {}",
                "@ScheduleTrigger public void on(ScheduleEvent event, Context context) {}",
                "@ScheduleTrigger(cron = MISSING) public void on(ScheduleEvent event, Context context) {}",
                "@ScheduleTrigger(cron = \"* * * * *\", zone = MISSING)"
                        + " public void on(ScheduleEvent event, Context context) {}",
                "@ChangeTrigger(MISSING) public void on(ChangeEvent<Document> change, Context context) {}",
                "@ChangeTrigger(\"a\") public void on(ChangeEvent<Missing> change, Context context) {}"
            })
    void onlyTheCompilersOwnErrorsAreShown(String method) {
        Compilation compilation = compile(shop("public class Broken { " + method + " }"));

        assertThat(compilation).failed();
        assertThat(compilation.errors())
                .isNotEmpty()
                .noneSatisfy(error -> assertThat(error.getMessage(Locale.ROOT)).contains("ALOFT-"));
    }
}
