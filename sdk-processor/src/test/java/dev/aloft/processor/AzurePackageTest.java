package dev.aloft.processor;

import static dev.aloft.processor.Sources.compile;
import static dev.aloft.processor.Sources.expected;
import static dev.aloft.processor.Sources.generatedBytes;
import static dev.aloft.processor.Sources.generatedFile;
import static dev.aloft.processor.Sources.handler;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.aloft.spi.RoutePattern;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.TimeZone;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files are checked against what https://github.com/Azure/azure-functions-host reads. */
class AzurePackageTest {
    @Test
    void functionJsonNamesTheEntryPointTheMethodsAndTheRoute() {
        Compilation compilation =
                compile(handler("@HttpTrigger(method = {\"GET\", \"DELETE\"}, path = \"/orders/{id}\")", "OneOrder"));

        assertThat(generatedFile(compilation, "one-order/function.json")).isEqualTo(expected("function.json"));
    }

    @Test
    void allOtherRequestsGoToTheRouter() {
        Compilation compilation = compile(handler("GetOrder", "GET", "/orders/{id}"));

        assertThat(generatedFile(compilation, "zzz-aloft-unmatched/function.json"))
                .isEqualTo(expected("unmatched.json"));
    }

    @Test
    void hostJsonTakesAwayTheRoutePrefix() {
        Compilation compilation = compile(handler("GetOrder", "GET", "/orders/{id}"));

        assertThat(generatedFile(compilation, "host.json")).isEqualTo(expected("host.json"));
    }

    @Test
    void optionsSetTheTimeoutAndTheLevel() {
        Compilation compilation = compile(
                List.of("-Aaloft.azure.functionTimeout=00:05:00", "-Aaloft.azure.authLevel=function"),
                handler("GetOrder", "GET", "/orders/{id}"));

        assertThat(generatedFile(compilation, "host.json"))
                .contains("  \"version\": \"2.0\",\n  \"functionTimeout\": \"00:05:00\",\n");
        assertThat(generatedFile(compilation, "get-order/function.json")).contains("\"authLevel\": \"function\"");
        assertThat(generatedFile(compilation, "zzz-aloft-unmatched/function.json"))
                .contains("\"authLevel\": \"function\"");
    }

    @Test
    void headIsLeftToTheFunctionThatNamesIt() {
        Compilation compilation =
                compile(handler("GetOrder", "GET", "/orders/{id}"), handler("HeadOrder", "HEAD", "/orders/{number}"));

        assertThat(generatedFile(compilation, "get-order/function.json")).contains("\"methods\": [\"get\"],");
        assertThat(generatedFile(compilation, "head-order/function.json")).contains("\"methods\": [\"head\"],");
    }

    @Test
    void quotesInARouteAreEscaped() {
        Compilation compilation = compile(handler("Cafe", "GET", "/caf\u00e9/\\\"x\\\""));

        assertThat(generatedFile(compilation, "cafe/function.json")).contains("\"route\": \"caf\u00e9/\\\"x\\\"\"");
    }

    @Test
    void theOptionLeavesTheFilesOut() {
        Compilation compilation = compile(List.of("-Aaloft.azure=false"), handler("GetOrder", "GET", "/orders/{id}"));

        assertThat(compilation.generatedFiles())
                .extracting(JavaFileObject::getName)
                .containsExactlyInAnyOrder(
                        "/CLASS_OUTPUT/META-INF/aloft/index",
                        "/SOURCE_OUTPUT/shop/AloftFunctions.java",
                        "/CLASS_OUTPUT/shop/AloftFunctions.class",
                        "/CLASS_OUTPUT/shop/GetOrder.class");
    }

    @Test
    void theStubJarLeadsToThePackageRoot() throws IOException {
        byte[] jar = generatedBytes(compile(handler("GetOrder", "GET", "/orders/{id}")), "azure.jar");

        try (JarInputStream stream = new JarInputStream(new ByteArrayInputStream(jar))) {
            assertThat(stream.getManifest().getMainAttributes())
                    .containsEntry(Attributes.Name.CLASS_PATH, "./")
                    .hasSize(2);
            assertThat(stream.getNextJarEntry()).isNull();
        }
    }

    @Test
    void theStubJarIsTheSameInEveryTimeZone() throws IOException {
        TimeZone usual = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            byte[] east = StubJar.bytes();
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Pago_Pago"));
            byte[] west = StubJar.bytes();

            assertThat(HexFormat.of().formatHex(east)).isEqualTo(HexFormat.of().formatHex(west));
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(west))) {
                ZipEntry manifest = zip.getNextEntry();
                assertThat(manifest.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 2, 1, 0, 0));
            }
        } finally {
            TimeZone.setDefault(usual);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/orders, orders",
        "/orders/{id}/items/{item}, orders/{id}/items/{item}",
        "/files/{path...}, files/{*path}",
        "/{rest...}, {*rest}",
        // what everything else matches must not have the same template twice
        "/{path...}, {*path_}",
        // the host compares names without case
        "/{id}/{ID}/{Id}, {id}/{ID_}/{Id__}",
        // names of the binding and of the trigger's own data
        "/{request}/{Query}, {request_}/{Query_}",
        // ~ at the very beginning has a meaning of its own
        "/~home/{user}, /~home/{user}",
        "/a:b;c=d/[x], a:b;c=d/[x]"
    })
    void routesBecomeTemplates(String route, String template) {
        assertThat(AzureRoute.template(RoutePattern.parse(route))).isEqualTo(template);
    }
}
