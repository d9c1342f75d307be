package dev.aloft.testkit.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the host accepts as a package. */
class PackageTest {
    @TempDir
    private Path folder;

    private TestPackage app;

    @BeforeEach
    void oneEntryClass() throws IOException {
        app = TestPackage.in(folder)
                .entry("Entry", "public static HttpResponseMessage http(ExecutionContext c) { return null; }");
    }

    @Test
    void functionsAreListedByNameWithoutCase() throws IOException {
        app.http("beta", "app.Entry.http", "b");
        app.http("Alpha", "app.Entry.http", "a/{id}", "\"methods\":[\"get\"]");
        app.http("b_a", "app.Entry.http", "c");

        try (AzureWorkerEmulation azure = app.open()) {
            assertThat(azure.functions()).extracting(AzureFunction::name).containsExactly("Alpha", "beta", "b_a");
            assertThat(azure.functions().get(0))
                    .isEqualTo(new AzureFunction("Alpha", "app.Entry.http", "httpTrigger", "a/{id}", List.of("get")));
            assertThat(azure.errors()).isEmpty();
        }
    }

    @Test
    void anUnderscoreSortsAfterEveryLetter() throws IOException {
        app.http("z_last", "app.Entry.http", "a")
                .http("zz", "app.Entry.http", "b")
                .http("z-z", "app.Entry.http", "c");

        try (AzureWorkerEmulation azure = app.open()) {
            assertThat(azure.functions()).extracting(AzureFunction::name).containsExactly("z-z", "zz", "z_last");
        }
    }

    @Test
    void theRoutePrefixIsApiUnlessWritten() throws IOException {
        Files.delete(folder.resolve("host.json"));
        app.http("a", "app.Entry.http", "x").http("b", "app.Entry.http", "");

        try (AzureWorkerEmulation azure = app.open()) {
            assertThat(azure.functions()).extracting(AzureFunction::route).containsExactly("api/x", "api/b");
        }
    }

    @Test
    void aJarOrZipIsUnpackedAndTheTraceRemoved() throws IOException {
        app.http("a", "app.Entry.http", "a");
        Path zip = zipped();

        AzureWorkerEmulation azure = AzureWorkerEmulation.open(zip);
        azure.close();

        assertThat(azure.functions()).hasSize(1);
        assertThat(azure.errors()).isEmpty();
    }

    @Test
    void anEntryOutsideOfThePackageIsRefused(@TempDir Path elsewhere) throws IOException {
        Path zip = elsewhere.resolve("app.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../evil"));
        }

        assertThatThrownBy(() -> AzureWorkerEmulation.open(zip)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "{}, true",
        "{\"version\":\"2.0\"}, true",
        "{\"version\":\"3.0\"}, false",
        "{\"logging\":{}}, false",
        "[], false"
    })
    void theHostDemandsItsVersion(String json, boolean starts) throws IOException {
        app.file("host.json", json);

        if (starts) {
            app.open().close();
        } else {
            assertThatThrownBy(app::open).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "Host", "1st", "_a", "a.b", "a b", "é"})
    void badNamesAreLeftOut(String name) throws IOException {
        app.http(name, "app.Entry.http", "a").http("good", "app.Entry.http", "b");

        try (AzureWorkerEmulation azure = app.open()) {
            assertThat(azure.errors().get(name)).contains("not a valid function name");
            assertThat(azure.functions()).extracting(AzureFunction::name).containsExactly("good");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "/Admin/x", "administration", "runtime", "runtimes/{id}"})
    void theHostsOwnRoutesAreTaken(String route) throws IOException {
        app.http("a", "app.Entry.http", route);

        try (AzureWorkerEmulation azure = app.open()) {
            assertThat(azure.errors().get("a")).contains("one of the host's own");
        }
    }

    @Test
    void oneRouteAndMethodTwiceLeavesTheSecondOut() throws IOException {
        app.http("first", "app.Entry.http", "a", "\"methods\":[\"get\",\"post\"]");
        app.http("second", "app.Entry.http", "/A/", "\"methods\":[\"post\"]");
        app.http("third", "app.Entry.http", "a", "\"methods\":[\"delete\"]");
        app.http("zeroth", "app.Entry.http", "a");

        try (AzureWorkerEmulation azure = app.open()) {
            assertThat(azure.errors().keySet()).containsExactlyInAnyOrder("second", "zeroth");
            assertThat(azure.errors().get("second")).contains("already taken by first");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'scriptFile':'../none.jar' | does not exist",
                "'scriptFile':'..' | does not exist",
                "'scriptFile':'../host.json' | is no .jar",
                "'scriptFile':'' | does not exist"
            })
    void theScriptFileMustBeAJar(String property, String problem) throws IOException {
        app.file(
                "a/function.json",
                "{%s,'bindings':[{'type':'httpTrigger','name':'r'}]}"
                        .formatted(property)
                        .replace('\'', '"'));

        try (AzureWorkerEmulation azure = app.open()) {
            assertThat(azure.errors().get("a")).contains(problem);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | at least one binding",
                "[{'type':'http','direction':'out','name':'x'}] | one trigger, not 0",
                "[{'type':'httpTrigger','name':'a'},{'type':'queueTrigger','name':'b'}] | one trigger, not 2",
                "[{'type':'httpTrigger','name':'a'},{'type':'http','direction':'out','name':'A'}] | two bindings are named A",
                "[{'type':'httpTrigger','name':'a-b'}] | binding name",
                "[{'type':'httpTrigger'}] | binding name",
                "[{'name':'a'}] | has no type",
                "[{'type':'httpTrigger','name':'$return'}] | direction out"
            })
    void bindingsAreChecked(String bindings, String problem) throws IOException {
        app.file(
                "a/function.json",
                "{'scriptFile':'../azure.jar','bindings':%s}"
                        .formatted(bindings)
                        .replace('\'', '"'));

        try (AzureWorkerEmulation azure = app.open()) {
            assertThat(azure.errors().get("a")).contains(problem);
        }
    }

    @Test
    void foldersWithoutFunctionJsonAreNothing() throws IOException {
        app.file("META-INF/aloft/index", "x");

        try (AzureWorkerEmulation azure = app.open()) {
            assertThat(azure.functions()).isEmpty();
            assertThat(azure.errors()).isEmpty();
        }
    }

    @Test
    void aRouteThatAspNetRefusesKeepsTheHostFromStarting() throws IOException {
        app.http("a", "app.Entry.http", "{*rest}/a");

        assertThatThrownBy(app::open).hasMessageContaining("a catch-all must come last");
    }

    private Path zipped() throws IOException {
        Path zip = Files.createTempFile(folder, "app", ".zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file);
                var files = Files.walk(folder)) {
            for (Path entry : files.filter(Files::isRegularFile)
                    .filter(path -> !path.equals(zip))
                    .toList()) {
                out.putNextEntry(
                        new ZipEntry(folder.relativize(entry).toString().replace('\\', '/')));
                Files.copy(entry, out);
            }
        }
        return zip;
    }
}
