package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aloft.testkit.azure.AzureReply;
import dev.aloft.testkit.azure.AzureRequest;
import dev.aloft.testkit.azure.AzureWorkerEmulation;
import dev.aloft.testkit.runtime.GoogleInvokerHarness;
import dev.aloft.testkit.runtime.HttpReply;
import dev.aloft.testkit.runtime.JarHarness;
import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import dev.aloft.testkit.runtime.RawHttpClient;
import dev.aloft.testkit.runtime.RawHttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The very same file on every runtime: its hash is printed and does not change. */
class OneJarIT {
    private static final Path JAR = Path.of("target/shop.jar");
    private static final String ORDER = "{\"customer\":\"Ada\",\"item\":\"tea\",\"quantity\":2}";
    private static final String PLACED = "{\"id\":\"o-1\",\"customer\":\"Ada\",\"item\":\"tea\",\"quantity\":2}";

    private String hash = "";

    @BeforeEach
    void hashBefore(TestInfo test) throws Exception {
        hash = sha256();
        System.out.println(hash + "  shop.jar, " + test.getDisplayName());
    }

    @AfterEach
    void hashAfter() throws Exception {
        assertThat(sha256()).isEqualTo(hash);
    }

    @Test
    void lambdaRuntimeClientAnswersWithIt() {
        requireRuntime(LambdaRuntimeHarness.unavailableReason());
        try (LambdaRuntimeHarness lambda = LambdaRuntimeHarness.builder()
                .code(JAR)
                .handler("dev.aloft.aws.LambdaEntryPoint")
                .start()) {
            String placed = lambda.invoke(httpApiEvent("POST", "/orders", ORDER))
                    .success()
                    .text();
            String found = lambda.invoke(httpApiEvent("GET", "/orders/o-1", null))
                    .success()
                    .text();

            assertThat(placed)
                    .contains("\"statusCode\":201")
                    .contains("\"location\":\"/orders/o-1\"")
                    .contains(PLACED.replace("\"", "\\\""));
            assertThat(found).contains("\"statusCode\":200").contains(PLACED.replace("\"", "\\\""));
        }
    }

    @Test
    void googleInvokerAnswersWithIt() throws Exception {
        requireRuntime(GoogleInvokerHarness.unavailableReason());
        try (GoogleInvokerHarness google = GoogleInvokerHarness.builder()
                .code(JAR)
                .target("dev.aloft.gcp.GcpEntryPoint")
                .start()) {
            requireShop(google.send(placeOrder()), google.send(RawHttpRequest.of("GET", "/orders/o-1")));
        }
    }

    @Test
    void azureWorkersRulesAnswerWithIt() throws Exception {
        try (AzureWorkerEmulation azure = AzureWorkerEmulation.open(JAR)) {
            assertThat(azure.errors()).isEmpty();

            AzureReply placed = azure.http(AzureRequest.of("POST", "/orders").withText(ORDER, "application/json"));
            AzureReply found = azure.http(AzureRequest.of("GET", "/orders/o-1"));

            assertThat(placed.status()).isEqualTo(201);
            assertThat(placed.header("location")).contains("/orders/o-1");
            assertThat(placed.text()).isEqualTo(PLACED);
            assertThat(found.text()).isEqualTo(PLACED);
            assertThat(found.function()).contains("get-order");
        }
    }

    @Test
    void javaRunsIt() throws Exception {
        try (JarHarness local = JarHarness.builder()
                .jar(JAR)
                .arguments(List.of("--port", "0"))
                .readyLine(line -> line.startsWith("Aloft serves "))
                .start()) {
            String line = local.readyLine();
            RawHttpClient client = RawHttpClient.tcp(Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));

            requireShop(client.send(placeOrder()), client.send(RawHttpRequest.of("GET", "/orders/o-1")));
        }
    }

    @Test
    void jarIsSmall() throws Exception {
        long withoutCodec = 0;
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            Enumeration<? extends ZipEntry> entries = jar.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                boolean codec = entry.getName().startsWith("com/fasterxml/")
                        || entry.getName().startsWith("dev/aloft/codec/")
                        || entry.getName().startsWith("META-INF/services/")
                        || entry.getName().endsWith("-LICENSE"); // of what Jackson contains
                withoutCodec += codec
                        ? 0
                        : entry.getCompressedSize() + 2L * entry.getName().length() + 76;
            }
        }

        System.out.println(Files.size(JAR) + " bytes, " + withoutCodec + " of them without the codec");
        // 0.43 MB for three clouds, and 0.28 MB for what runs on a developer's machine; see docs/architecture.md.
        assertThat(withoutCodec).isLessThanOrEqualTo(730_000);
    }

    private static RawHttpRequest placeOrder() {
        return RawHttpRequest.of("POST", "/orders")
                .with("Content-Type", "application/json")
                .withBody(ORDER);
    }

    private static void requireShop(HttpReply placed, HttpReply found) {
        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.value("location")).contains("/orders/o-1");
        assertThat(placed.text()).isEqualTo(PLACED);
        assertThat(found.text()).isEqualTo(PLACED);
    }

    private static String httpApiEvent(String method, String path, String body) {
        String content = body == null ? "" : ",\"body\":\"" + body.replace("\"", "\\\"") + "\"";
        return """
                {"version":"2.0","routeKey":"$default","rawPath":"%s","rawQueryString":"",\
                "headers":{"content-type":"application/json","host":"api.example.org"},\
                "requestContext":{"apiId":"a1","domainName":"api.example.org","http":{"method":"%s","path":"%s",\
                "protocol":"HTTP/1.1","sourceIp":"192.0.2.7"},"requestId":"r-1","stage":"$default"}%s,"isBase64Encoded":false}""".formatted(path, method, path, content);
    }

    private static String sha256() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(JAR)));
    }

    private static void requireRuntime(Optional<String> unavailable) {
        assumeTrue(unavailable.isEmpty(), () -> unavailable.orElse(""));
    }
}
