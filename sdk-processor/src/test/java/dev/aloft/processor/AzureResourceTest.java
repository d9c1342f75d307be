package dev.aloft.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.aloft.processor.CompileErrorAssert.assertThatOnlyError;
import static dev.aloft.processor.CompileErrorAssert.assertThatOnlyWarning;
import static dev.aloft.processor.ResourceSources.changeHandler;
import static dev.aloft.processor.ResourceSources.scheduleHandler;
import static dev.aloft.processor.ResourceSources.storageHandler;
import static dev.aloft.processor.Sources.compile;
import static dev.aloft.processor.Sources.expected;
import static dev.aloft.processor.Sources.generatedFile;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.aloft.spi.SourceNames;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of functions of storage, schedules and database changes, and what Azure refuses. */
class AzureResourceTest {
    private static final String KINDS = "{StorageEvent.Kind.CREATED, StorageEvent.Kind.DELETED}";

    @Test
    void whatHappensToBlobsComesFromEventGrid() {
        Compilation compilation = compile(
                storageHandler("@StorageTrigger(value = \"Uploads_\", kinds = " + KINDS + ")", "MakeThumbnail"));

        assertThat(generatedFile(compilation, "make-thumbnail/function.json"))
                .isEqualTo(expected("storage-events.json"));
    }

    @Test
    void theBlobTriggerReadsTheBlobItself() {
        Compilation compilation = compile(
                List.of("-Aaloft.azure.bindings=uploads:blob"),
                storageHandler("@StorageTrigger(\"uploads\")", "MakeThumbnail"));

        assertThat(generatedFile(compilation, "make-thumbnail/function.json")).isEqualTo(expected("blob.json"));
    }

    @Test
    void schedulesAreTimersThatAreTriedAgain() {
        Compilation compilation = compile(scheduleHandler("@ScheduleTrigger(cron = \"30 3 * * MON-FRI\")", "CleanUp"));

        assertThat(generatedFile(compilation, "clean-up/function.json")).isEqualTo(expected("timer.json"));
    }

    @Test
    void tablesAreContainersOfCosmosDb() {
        Compilation compilation = compile(changeHandler("@ChangeTrigger(\"products\")", "IndexProduct", "Document"));

        assertThat(generatedFile(compilation, "index-product/function.json")).isEqualTo(expected("cosmos-db.json"));
    }

    @Test
    void tablesMayBeOfSql() {
        Compilation compilation = compile(
                List.of("-Aaloft.azure.bindings=dbo.my-products:sql"),
                changeHandler("@ChangeTrigger(\"dbo.my-products\")", "IndexProduct", "Document"));

        assertThat(generatedFile(compilation, "index-product/function.json")).isEqualTo(expected("sql.json"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Eu.uploads:blob  | "path": "%ALOFT_SOURCE_EU_UPLOADS%/{name}"
            Eu.table:cosmos-db | "containerName": "%ALOFT_SOURCE_EU_TABLE%"
            """)
    void settingsMayHoldTheNames(String binding, String property) {
        Compilation compilation = compile(
                List.of("-Aaloft.azure.sourceSettings=true", "-Aaloft.azure.bindings=" + binding),
                storageHandler("@StorageTrigger(\"Eu.uploads\")", "MakeThumbnail"),
                changeHandler("@ChangeTrigger(\"Eu.table\")", "IndexProduct", "Document"));

        assertThat(generatedFile(compilation, "make-thumbnail/function.json")
                        + generatedFile(compilation, "index-product/function.json"))
                .contains(property);
    }

    @Test
    void theSqlTriggerKnowsNoSettings() {
        Compilation compilation = compile(
                List.of("-Aaloft.azure.sourceSettings=true", "-Aaloft.azure.bindings=Eu.table:sql"),
                changeHandler("@ChangeTrigger(\"Eu.table\")", "IndexProduct", "Document"));

        assertThat(generatedFile(compilation, "index-product/function.json"))
                .contains("\"tableName\": \"[Eu].[table]\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"leases", "Leases"})
    void theContainerOfTheLeasesCannotBeWatched(String source) {
        Compilation compilation =
                compile(List.of(), changeHandler("@ChangeTrigger(\"" + source + "\")", "IndexProduct", "Document"));

        assertThatOnlyError(compilation)
                .says("ALOFT-051 The source of the function index-product (shop.IndexProduct, database changes of "
                        + source
                        + ") cannot be the name of a Cosmos DB container. Azure allows every name but leases, by which the"
                        + " trigger keeps its own state. Choose another name, or compile with"
                        + " -Aaloft.azure.sourceSettings=true and give the name in "
                        + SourceNames.setting(source) + ".")
                .pointsAt("IndexProduct.java", "\"" + source + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            uploads:sql        | for the bucket uploads event-grid or blob
            products:kafka     | for the table products cosmos-db or sql
            clean-up:event-grid | the sources of the application, [products, uploads]
            """)
    void theOptionDoesNotFit(String binding, String allowed) {
        Compilation compilation = compile(
                List.of("-Aaloft.azure.bindings=" + binding),
                ResourceSources.PRODUCT,
                ResourceSources.MAKE_THUMBNAIL,
                ResourceSources.CLEAN_UP,
                ResourceSources.INDEX_PRODUCT);

        assertThatOnlyError(compilation)
                .says("ALOFT-035 The compiler option -Aaloft.azure.bindings=" + binding + " is not valid. Allowed: "
                        + allowed + ".")
                .pointsNowhere();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Uploads", "eu.uploads", "eu_uploads", "eu--uploads", "uploads-", "eu"})
    void blobContainersHaveNarrowNames(String source) {
        Compilation compilation = compile(
                List.of("-Aaloft.azure.bindings=" + source + ":blob"),
                storageHandler("@StorageTrigger(\"" + source + "\")", "MakeThumbnail"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-051 The source of the function make-thumbnail (shop.MakeThumbnail, storage events (created) of "
                                + source
                                + ") cannot be the name of a blob container. Azure allows 3 to 63 lower-case letters, digits"
                                + " and single hyphens between them. Choose another name, or compile with"
                                + " -Aaloft.azure.sourceSettings=true and give the name in "
                                + SourceNames.setting(source) + ".")
                .pointsAt("MakeThumbnail.java", "\"" + source + "\"");
    }

    @ParameterizedTest
    @CsvSource({"shop.dbo.products, false", "dbo..products, false", "products., true"})
    void sqlTablesHaveASchemaAtMost(String source, boolean settings) {
        Compilation compilation = compile(
                List.of("-Aaloft.azure.bindings=" + source + ":sql", "-Aaloft.azure.sourceSettings=" + settings),
                changeHandler("@ChangeTrigger(\"" + source + "\")", "IndexProduct", "Document"));

        assertThatOnlyError(compilation)
                .says("ALOFT-051 The source of the function index-product (shop.IndexProduct, database changes of "
                        + source
                        + ") cannot be the name of an SQL table. Azure allows a table's name, or a schema's and a table's with"
                        + " a dot between them. Choose another name.")
                .pointsAt("IndexProduct.java", "\"" + source + "\"");
    }

    @Test
    void theBlobTriggerTellsOfNothingButCreatedBlobs() {
        Compilation compilation = compile(
                List.of("-Aaloft.azure.bindings=uploads:blob"),
                storageHandler("@StorageTrigger(value = \"uploads\", kinds = " + KINDS + ")", "MakeThumbnail"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-068 The function make-thumbnail (shop.MakeThumbnail, storage events (created, deleted) of uploads)"
                                + " wants to hear of more than created objects, while the blob trigger of Azure tells of these"
                                + " alone. Take uploads:blob out of -Aaloft.azure.bindings, so that Event Grid tells, or ask for"
                                + " CREATED only.")
                .pointsAt("MakeThumbnail.java", "\"uploads\"");
    }

    @Test
    void aScheduleOfAnotherTimeZoneThanTheApplicationsIsWarnedOf() {
        Compilation compilation = compile(
                List.of("-Xlint:-processing", "-Aaloft.azure.timeZone=Asia/Tokyo"),
                scheduleHandler("@ScheduleTrigger(cron = \"30 3 * * *\", zone = \"Europe/Berlin\")", "CleanUp"));

        assertThatOnlyWarning(compilation)
                .says(
                        "ALOFT-069 The schedule of the function clean-up (shop.CleanUp, firings of its schedule) goes by the clock"
                                + " of Europe/Berlin, while on Azure all schedules of an application have one time zone, by"
                                + " -Aaloft.azure.timeZone Asia/Tokyo. If they all go by Europe/Berlin, compile with"
                                + " -Aaloft.azure.timeZone=Europe/Berlin and set WEBSITE_TIME_ZONE (on Windows to its own name of"
                                + " the zone; a Linux Consumption plan does not have the setting). If the application never runs on"
                                + " Azure, compile with -Aaloft.azure=false.")
                .pointsAt("CleanUp.java", "\"Europe/Berlin\"");
    }

    @Test
    void withoutTheOptionTheZoneOfAzureIsUtc() {
        Compilation compilation = compile(
                scheduleHandler("@ScheduleTrigger(cron = \"0 0 * * *\", zone = \"Etc/UTC\")", "A"),
                scheduleHandler("@ScheduleTrigger(cron = \"0 0 * * *\", zone = \"UTC\")", "B"));

        assertThat(compilation).succeededWithoutWarnings();
    }

    @Test
    void aDefaultZoneIsWarnedOfAtTheAnnotation() {
        Compilation compilation = compile(
                List.of("-Aaloft.azure.timeZone=Europe/Berlin"),
                scheduleHandler("@ScheduleTrigger(cron = \"0 0 * * *\")", "CleanUp"));

        assertThatOnlyWarning(compilation).pointsAt("CleanUp.java", "@ScheduleTrigger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Aaloft.azure.timeZone=Europe/Berlin", "-Aaloft.azure=false"})
    void theOptionsThatTheWarningNamesEndIt(String option) {
        Compilation compilation = compile(
                List.of(option),
                scheduleHandler("@ScheduleTrigger(cron = \"30 3 * * *\", zone = \"Europe/Berlin\")", "CleanUp"));

        assertThat(compilation).succeededWithoutWarnings();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W. Europe Standard Time", "SystemV/PST8"})
    void theTimeZoneIsOneOfIana(String zone) {
        Compilation compilation = compile(
                List.of("-Aaloft.azure.timeZone=" + zone),
                scheduleHandler("@ScheduleTrigger(cron = \"30 3 * * *\")", "CleanUp"));

        assertThatOnlyError(compilation)
                .says("ALOFT-035 The compiler option -Aaloft.azure.timeZone=" + zone
                        + " is not valid. Allowed: UTC, and IANA names like Europe/Berlin.")
                .pointsNowhere();
    }
}
