package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import dev.aloft.ChangeHandler;
import dev.aloft.Document;
import dev.aloft.EventHandler;
import dev.aloft.Functions;
import dev.aloft.MessageHandler;
import dev.aloft.ScheduleHandler;
import dev.aloft.StorageEvent;
import dev.aloft.StorageHandler;
import dev.aloft.spi.MessageBinding.Kind;
import dev.aloft.spi.ScheduleBinding;
import dev.aloft.spi.StorageBinding;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Which function gets what happens to objects, by the clock and in databases. */
class EventSelectionTest {
    private static final List<StorageEvent.Kind> CREATED = List.of(StorageEvent.Kind.CREATED);
    private static final List<StorageEvent.Kind> DELETED = List.of(StorageEvent.Kind.DELETED);
    private static final String HINT =
            " Bind that source to a function with the trigger for it, or set ALOFT_FUNCTION for this deployment.";
    private static final String RENAME = ". Where the platform's name differs from the trigger's, set"
            + " ALOFT_SOURCE_<NAME> to the platform's; or set ALOFT_FUNCTION for this deployment.";

    private final StorageHandler storage = (event, context) -> {};
    private final ScheduleHandler schedule = (event, context) -> {};
    private final ChangeHandler<Document> change = (event, context) -> {};
    private final EventHandler events = (event, context) -> {};
    private final MessageHandler<String> messages = (message, context) -> {};
    private final Functions.Builder functions = Functions.builder();

    @Test
    void onlyFunctionGetsItsKindOfAnyName() {
        assertThat(only(Functions.builder().storage("f", "uploads", CREATED, storage), bucket("prod-uploads-eu")))
                .isEqualTo("f");
        assertThat(only(Functions.builder().schedule("f", "30 3 * * *", schedule), timer("prod-clean-up")))
                .isEqualTo("f");
        assertThat(only(Functions.builder().change("f", "products", Document.class, change), table("prod-products")))
                .isEqualTo("f");
    }

    @Test
    void onlyFunctionOfAnotherKindRefuses() {
        functions.storage("thumb", "uploads", CREATED, storage);
        FunctionRuntime runtime = runtime(Map.of());

        refuses(
                () -> runtime.select(
                        Origin.storage("aws:s3", StorageEvent.Kind.METADATA_UPDATED, "uploads", "uploads")),
                "ALOFT-204 Function thumb expects storage events (created) of uploads but got aws:s3 (storage events (metadata"
                        + " updated) of uploads)." + HINT);
        refuses(
                () -> runtime.select(timer("thumb")),
                "ALOFT-204 Function thumb expects storage events (created) of uploads but got aws:scheduler (firings of thumb)."
                        + HINT);
        refuses(
                () -> runtime.select("thumb", table("uploads")),
                "ALOFT-204 Function thumb expects storage events (created) of uploads but got aws:dynamodb (database changes of"
                        + " uploads)." + HINT);
    }

    @Test
    void functionForEventsGetsNeitherFiringsNorChanges() {
        functions.event("count", List.of(), events);

        refuses(
                () -> runtime(Map.of()).select(timer("count")),
                "ALOFT-204 Function count expects events of every type but got aws:scheduler (firings of count)."
                        + HINT);
        refuses(
                () -> runtime(Map.of()).select(table("count")),
                "ALOFT-204 Function count expects events of every type but got aws:dynamodb (database changes of count)."
                        + HINT);
    }

    @Test
    void nameAndKindChooseAmongSeveral() {
        everyKind();
        FunctionRuntime runtime = runtime(Map.of());

        assertThat(runtime.select(bucket("uploads")).name()).isEqualTo("thumb");
        assertThat(runtime.select(bucket("scans")).name()).isEqualTo("read");
        assertThat(runtime.select(Origin.storage("aws:s3", StorageEvent.Kind.DELETED, "uploads", "uploads"))
                        .name())
                .isEqualTo("forget");
        assertThat(runtime.select(timer("clean-up")).name()).isEqualTo("clean-up");
        assertThat(runtime.select(timer("report")).name()).isEqualTo("report");
        assertThat(runtime.select(table("uploads")).name()).isEqualTo("index");
    }

    @Test
    void settingNamesWhatThePlatformCallsIt() {
        everyKind();
        FunctionRuntime runtime = runtime(Map.of(
                "ALOFT_SOURCE_SCANS",
                "arn:aws:s3:::eu-scans",
                "ALOFT_SOURCE_CLEAN_UP",
                " prod-clean-up ",
                "ALOFT_SOURCE_UPLOADS",
                "eu-uploads"));

        assertThat(runtime.select(bucket("eu-scans")).name()).isEqualTo("read");
        assertThat(runtime.select(timer("prod-clean-up")).name()).isEqualTo("clean-up");
        assertThat(runtime.select(table("eu-uploads")).name()).isEqualTo("index");
        assertThat(runtime.select(table("shown").alsoNamed("eu-uploads")).name())
                .isEqualTo("index");
    }

    @Test
    void undeclaredNameIsRefused() {
        everyKind();
        FunctionRuntime runtime =
                runtime(Map.of("ALOFT_SOURCE_CLEAN_UP", "prod-clean-up", "ALOFT_SOURCE_SCANS", "eu-scans"));

        refuses(
                () -> runtime.select(bucket("scans")),
                "ALOFT-207 No function declares the source aws:s3 (storage events (created) of scans). Declared: [thumb (uploads),"
                        + " read (eu-scans by ALOFT_SOURCE_SCANS)]" + RENAME);
        refuses(
                () -> runtime.select(timer("clean-up")),
                "ALOFT-207 No function declares the source aws:scheduler (firings of clean-up). Declared: [clean-up (prod-clean-up by"
                        + " ALOFT_SOURCE_CLEAN_UP), report (report)]" + RENAME);
        refuses(
                () -> runtime.select(table("products")),
                "ALOFT-207 No function declares the source aws:dynamodb (database changes of products). Declared: [index (uploads)]"
                        + RENAME);
    }

    @Test
    void sourceOfSeveralFunctionsIsRefused() {
        functions
                .storage("thumb", "uploads", CREATED, storage)
                .storage("audit", "uploads", List.of(StorageEvent.Kind.DELETED, StorageEvent.Kind.CREATED), storage)
                .change("index", "products", Document.class, change)
                .change("mail", "products", Document.class, change);
        FunctionRuntime runtime = runtime(Map.of());

        refuses(
                () -> runtime.select(bucket("uploads")),
                "ALOFT-208 Several functions declare the source aws:s3 (storage events (created) of uploads): [thumb, audit]. Deploy"
                        + " them one by one, each with ALOFT_FUNCTION and a subscription of its own.");
        refuses(
                () -> runtime.select(table("products")),
                "ALOFT-208 Several functions declare the source aws:dynamodb (database changes of products): [index, mail]. Deploy"
                        + " them one by one, each with ALOFT_FUNCTION and a subscription of its own.");
    }

    @Test
    void severalFunctionsOfOtherKindsAreListed() {
        functions.storage("thumb", "uploads", CREATED, storage).schedule("clean-up", "30 3 * * *", schedule);

        refuses(
                () -> runtime(Map.of()).select(table("products")),
                "ALOFT-204 The functions expect something else: [thumb (storage events (created) of uploads), clean-up (firings of its"
                        + " schedule)], but got aws:dynamodb (database changes of products)." + HINT);
    }

    @Test
    void queueMayCarryTheEventsOfABucketOrTheFiringsOfASchedule() {
        Origin queue = queue("jobs").carrying(StorageBinding.EVENTS, ScheduleBinding.FIRINGS);

        assertThat(only(Functions.builder().storage("f", "uploads", DELETED, storage), queue))
                .isEqualTo("f");
        assertThat(only(Functions.builder().schedule("f", "30 3 * * *", schedule), queue))
                .isEqualTo("f");
        assertThat(only(Functions.builder().queue("f", "orders", String.class, messages), queue))
                .isEqualTo("f");
        functions.change("index", "jobs", Document.class, change);
        refuses(
                () -> runtime(Map.of()).select(queue),
                "ALOFT-204 Function index expects database changes of jobs but got aws:sqs (queue messages of jobs)."
                        + HINT);
    }

    @Test
    void queueThatCarriesOtherThingsIsDeclaredByItsOwnName() {
        everyKind();
        functions.queue("ship", "orders", String.class, messages);
        FunctionRuntime runtime = runtime(Map.of("ALOFT_SOURCE_SCANS", "scan-queue"));

        assertThat(runtime.select(carrying("orders")).name()).isEqualTo("ship");
        assertThat(runtime.select(carrying("scan-queue")).name()).isEqualTo("read");
        assertThat(runtime.select(carrying("report")).name()).isEqualTo("report");
        refuses(
                () -> runtime.select(carrying("uploads")),
                "ALOFT-208 Several functions declare the source aws:sqs (queue messages of uploads): [thumb, forget]. Deploy them one"
                        + " by one, each with ALOFT_FUNCTION and a subscription of its own.");
        refuses(
                () -> runtime.select(queue("scan-queue")),
                "ALOFT-207 No function declares the source aws:sqs (queue messages of scan-queue). Declared: [ship (orders)]"
                        + RENAME);
    }

    @Test
    void carryingAndFurtherNamesGoTogether() {
        everyKind();
        FunctionRuntime runtime = runtime(Map.of());

        assertThat(runtime.select(queue("q").alsoNamed("scans").carrying(StorageBinding.EVENTS))
                        .name())
                .isEqualTo("read");
        assertThat(runtime.select(queue("q")
                                .carrying(StorageBinding.EVENTS)
                                .carrying(ScheduleBinding.FIRINGS)
                                .alsoNamed("report"))
                        .name())
                .isEqualTo("report");
        assertThat(queue("q").carrying(StorageBinding.EVENTS)).hasToString("aws:sqs (queue messages of q)");
    }

    @Test
    void eventOfABusMayBeWhatHappenedToAnObject() {
        Origin event = Origin.event("aws:events", "Object Created", "aws.s3")
                .carrying(StorageBinding.events(StorageEvent.Kind.CREATED))
                .alsoNamed("uploads");
        everyKind();

        assertThat(runtime(Map.of()).select(event).name()).isEqualTo("thumb");
        functions.event("count", List.of("Object Created"), events);
        refuses(
                () -> runtime(Map.of()).select(event),
                "ALOFT-208 Several functions declare the source aws:events (an event of type Object Created from aws.s3): [thumb,"
                        + " count]. Deploy them one by one, each with ALOFT_FUNCTION and a subscription of its own.");
        assertThat(runtime(Map.of("ALOFT_FUNCTION", "count")).select(event).name())
                .isEqualTo("count");
    }

    private void everyKind() {
        functions
                .storage("thumb", "uploads", CREATED, storage)
                .storage("read", "scans", CREATED, storage)
                .storage("forget", "uploads", DELETED, storage)
                .schedule("clean-up", "30 3 * * *", schedule)
                .schedule("report", "0 6 * * *", schedule)
                .change("index", "uploads", Document.class, change);
    }

    private FunctionRuntime runtime(Map<String, String> environment) {
        return FunctionRuntime.start("test", environment, functions.build());
    }

    private static String only(Functions.Builder function, Origin origin) {
        return TestFunctions.runtime(function).select(origin).name();
    }

    private static Origin bucket(String name) {
        return Origin.storage("aws:s3", StorageEvent.Kind.CREATED, name, "arn:aws:s3:::" + name);
    }

    private static Origin timer(String name) {
        return Origin.schedule("aws:scheduler", name, name);
    }

    private static Origin table(String name) {
        return Origin.changes("aws:dynamodb", name, name);
    }

    private static Origin queue(String name) {
        return Origin.messages("aws:sqs", List.of(Kind.QUEUE), name, name);
    }

    private static Origin carrying(String name) {
        return queue(name).carrying(StorageBinding.EVENTS, ScheduleBinding.FIRINGS);
    }

    private static void refuses(ThrowingCallable selection, String message) {
        assertThatExceptionOfType(AloftException.class).isThrownBy(selection).withMessage(message);
    }
}
