package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.testkit.aws.DynamoDbEncoder;
import dev.aloft.testkit.aws.S3Encoder;
import dev.aloft.testkit.aws.ScheduleEncoder;
import dev.aloft.testkit.azure.AzureInvocation;
import dev.aloft.testkit.azure.AzureRequest;
import dev.aloft.testkit.azure.AzureWorkerEmulation;
import dev.aloft.testkit.azure.BlobEncoder;
import dev.aloft.testkit.azure.CosmosDbEncoder;
import dev.aloft.testkit.azure.TimerEncoder;
import dev.aloft.testkit.gcp.CloudEventEncoder;
import dev.aloft.testkit.gcp.CloudSchedulerEncoder;
import dev.aloft.testkit.gcp.DatabaseEncoder;
import dev.aloft.testkit.gcp.GoogleRequest;
import dev.aloft.testkit.gcp.StorageEncoder;
import dev.aloft.testkit.runtime.GoogleInvokerHarness;
import dev.aloft.testkit.runtime.HttpReply;
import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import dev.aloft.testkit.runtime.RawHttpRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An upload, a change of the database and a firing reach the same file on each vendor's own runtime. */
class OneJarEventsIT {
    private static final Path JAR = Path.of("target/shop.jar");
    private static final Instant TIME = Instant.parse("2026-11-02T03:30:00Z");
    private static final StorageEvent PICTURE = StorageEvent.builder(
                    StorageEvent.Kind.CREATED, "uploads", "green tea+1.png")
            .size(4_711)
            .sequencer("0055AED6DCD90281E5")
            .time(TIME)
            .build();
    private static final ChangeEvent<Document> TEA = ChangeEvent.builder(
                    "c-1", ChangeEvent.Operation.INSERT, "products")
            .key(Document.builder().set("id", "tea-1").build())
            .after(Document.builder()
                    .set("id", "tea-1")
                    .set("name", "Green tea")
                    .set("price", new BigDecimal("4.20"))
                    .build())
            .sequence("111")
            .time(TIME)
            .build();
    private static final ScheduleEvent NIGHT =
            ScheduleEvent.builder("clean-up", TIME).id("f-1").scheduledAt(TIME).build();

    @Test
    void lambdaRuntimeClientHandsThemOver() {
        assumeThat(LambdaRuntimeHarness.unavailableReason()).isEmpty();
        try (LambdaRuntimeHarness lambda = LambdaRuntimeHarness.builder()
                .code(JAR)
                .handler("dev.aloft.aws.LambdaEntryPoint")
                .start()) {
            lambda.invoke(new S3Encoder().encode(List.of(PICTURE))).success();
            lambda.invoke(new DynamoDbEncoder("products").encode(List.of(TEA))).success();
            lambda.invoke(ScheduleEncoder.rule().encode(NIGHT)).success();

            assertThat(lambda.invoke(get("/pictures")).success().text()).contains("[\\\"green tea+1.png\\\"]");
            assertThat(lambda.invoke(get("/products")).success().text())
                    .contains("[{\\\"id\\\":\\\"tea-1\\\",\\\"name\\\":\\\"Green tea\\\",\\\"price\\\":4.20}]");
        }
    }

    @Test
    void lambdaRuntimeClientHandsOverWhatIsRejectedOnceAndLogsIt() {
        assumeThat(LambdaRuntimeHarness.unavailableReason()).isEmpty();
        StorageEvent text = StorageEvent.builder(StorageEvent.Kind.CREATED, "uploads", "notes.txt")
                .size(5)
                .sequencer("1")
                .time(TIME)
                .build();
        try (LambdaRuntimeHarness lambda = LambdaRuntimeHarness.builder()
                .code(JAR)
                .handler("dev.aloft.aws.LambdaEntryPoint")
                .start()) {
            lambda.invoke(new S3Encoder().encode(List.of(text))).success();

            assertThat(lambda.output()).contains("check-picture rejected", "A picture is a .png or .jpg file.");
        }
    }

    /** Cosmos DB does not tell whether a document is new. */
    @Test
    void azureWorkersRulesHandThemOver() throws Exception {
        try (AzureWorkerEmulation azure = AzureWorkerEmulation.open(JAR)) {
            assertHandled(azure.deliver("check-picture", BlobEncoder.schema(PICTURE)));
            assertHandled(
                    azure.deliver("index-product", CosmosDbEncoder.encode(List.of(tea(ChangeEvent.Operation.UPSERT)))));
            assertHandled(azure.deliver("clean-up", TimerEncoder.encode(NIGHT)));

            assertThat(azure.http(AzureRequest.of("GET", "/pictures")).text()).isEqualTo("[\"green tea+1.png\"]");
            assertThat(azure.http(AzureRequest.of("GET", "/products")).text())
                    .isEqualTo("[{\"id\":\"tea-1\",\"name\":\"Green tea\",\"price\":4.20}]");
        }
    }

    private static void assertHandled(AzureInvocation invocation) {
        assertThat(invocation.cause()).isEmpty();
        assertThat(invocation.isSuccess()).isTrue();
    }

    /** Behind one address only HTTP functions are served, so each of these is a service of its own, of the same file. */
    @Test
    void googleInvokerHandsThemOver() throws IOException {
        assertHandled("check-picture", CloudEventEncoder.binary(StorageEncoder.event(PICTURE)));
        assertHandled(
                "index-product",
                CloudEventEncoder.binary(DatabaseEncoder.firestore().event(TEA)));
        assertHandled("clean-up", CloudSchedulerEncoder.request(NIGHT));
    }

    private static ChangeEvent<Document> tea(ChangeEvent.Operation operation) {
        return ChangeEvent.builder("c-1", operation, "products")
                .key(Document.builder().set("id", "tea-1").build())
                .after(Document.builder()
                        .set("id", "tea-1")
                        .set("name", "Green tea")
                        .set("price", new BigDecimal("4.20"))
                        .build())
                .sequence("111")
                .time(TIME)
                .build();
    }

    private static void assertHandled(String function, GoogleRequest event) throws IOException {
        assumeThat(GoogleInvokerHarness.unavailableReason()).isEmpty();
        try (GoogleInvokerHarness google = GoogleInvokerHarness.builder()
                .code(JAR)
                .target("dev.aloft.gcp.GcpEntryPoint")
                .environment(Map.of("ALOFT_FUNCTION", function))
                .start()) {
            RawHttpRequest request = RawHttpRequest.of("POST", "/");
            for (int line = 0; line < event.headers().size(); line++) {
                request =
                        request.with(event.headers().name(line), event.headers().value(line));
            }

            HttpReply handled = google.send(request.withBody(event.body()));
            HttpReply refused = google.send(RawHttpRequest.of("POST", "/").withBody("{}"));

            assertThat(handled.status()).as(function).isEqualTo(204);
            assertThat(refused.status()).as(function).isGreaterThanOrEqualTo(400);
            assertThat(google.awaitLine(line -> line.contains("ALOFT-"), Duration.ofSeconds(10)))
                    .as(function)
                    .isPresent();
        }
    }

    private static String get(String path) {
        return """
                {"version":"2.0","routeKey":"$default","rawPath":"%s","rawQueryString":"","headers":{"host":"api.example.org"},\
                "requestContext":{"apiId":"a1","domainName":"api.example.org","http":{"method":"GET","path":"%s",\
                "protocol":"HTTP/1.1","sourceIp":"192.0.2.7"},"requestId":"r-1","stage":"$default"},"isBase64Encoded":false}""".formatted(path, path);
    }
}
