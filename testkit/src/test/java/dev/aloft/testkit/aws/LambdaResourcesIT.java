package dev.aloft.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.HttpHandler;
import dev.aloft.Message;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.aws.LambdaEntryPoint;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.spi.PayloadCodec;
import dev.aloft.testkit.DeployedJar;
import dev.aloft.testkit.runtime.LambdaResult;
import dev.aloft.testkit.runtime.LambdaResult.FunctionError;
import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several functions for buckets, schedules and tables in one deployment, on the real runtime: the source decides. */
class LambdaResourcesIT {
    private static final S3Encoder S3 = new S3Encoder();

    @TempDir
    static Path folder;

    private static LambdaRuntimeHarness lambda;

    @BeforeAll
    static void start() throws IOException {
        assumeThat(LambdaRuntimeHarness.unavailableReason()).isEmpty();
        Path jar = folder.resolve("resources.jar");
        try (DeployedJar deployed = DeployedJar.in(jar)) {
            deployed.withModuleOf(HttpHandler.class)
                    .withModuleOf(FunctionRuntime.class)
                    .withModuleOf(LambdaEntryPoint.class)
                    .withPackageOf(ResourceApplication.class)
                    .withNameOf("META-INF/services/" + PayloadCodec.class.getName(), OrderApplication.OrderCodec.class)
                    .withNameOf("META-INF/aloft/index", ResourceApplication.class);
        }
        lambda = LambdaRuntimeHarness.builder()
                .code(jar)
                .handler("dev.aloft.aws.LambdaEntryPoint")
                .environment(Map.of("ALOFT_PARTIAL_BATCH", "on"))
                .start();
    }

    @AfterAll
    static void stop() {
        if (lambda != null) {
            lambda.close();
        }
    }

    private static String reply(byte[] event) {
        return lambda.invoke(event).success().text();
    }

    private static void fails(byte[] event, String message) {
        LambdaResult result = lambda.invoke(event);

        assertThat(result)
                .isInstanceOfSatisfying(
                        FunctionError.class,
                        error -> assertThat(error.fault().message()).startsWith(message));
    }

    private static void prints(String text) {
        assertThat(lambda.awaitLine(line -> line.contains(text), Duration.ofSeconds(10)))
                .as(text)
                .isPresent();
    }

    private static StorageEvent created(String bucket, String key) {
        return StorageEvent.builder(StorageEvent.Kind.CREATED, bucket, key)
                .size(5_497_558_138_880L)
                .sequencer("0055AED6DCD90281E5")
                .build();
    }

    private static ChangeEvent<Document> change(String id, int before, int after) {
        return ChangeEvent.builder(id, ChangeEvent.Operation.UPDATE, "orders")
                .before(Document.builder().set("id", id).set("qty", before).build())
                .after(Document.builder().set("id", id).set("qty", after).build())
                .sequence("49590338271490256608559692538361571" + after)
                .build();
    }

    @Test
    void objectsOfTheBucketArriveByEveryWay() {
        StorageEvent event = created("uploads", "a b/é+1.txt");

        assertThat(reply(S3.encode(List.of(event)))).isEqualTo("null");
        prints("got StorageEvent[CREATED uploads/a b/é+1.txt] of OptionalLong[5497558138880]");
        assertThat(reply(S3.encodeForEventBridge(created("uploads", "bridged+1"))))
                .isEqualTo("null");
        prints("got StorageEvent[CREATED uploads/bridged+1]");
        byte[] body = S3.encode(List.of(created("any", "in a queue")));
        byte[] queued = new SqsEncoder("uploads")
                .encode(List.of(
                        Message.builder("m-1", body).build(),
                        Message.builder("m-2", S3.encode(List.of(created("any", "unlucky"))))
                                .build(),
                        Message.builder("m-3", S3.testEvent("any")).build()));
        assertThat(reply(queued)).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-2\"}]}");
        prints("got StorageEvent[CREATED any/in a queue]");
    }

    @Test
    void scheduleFires() {
        ScheduleEvent event =
                ScheduleEvent.builder("clean-up", Instant.EPOCH).id("e-1").build();

        assertThat(reply(ScheduleEncoder.rule().encode(event))).isEqualTo("null");
        assertThat(reply(ScheduleEncoder.scheduler().encode(event))).isEqualTo("null");

        prints("got clean-up at e-1");
    }

    @Test
    void changesAreReadAsTheTypeThatIsAskedFor() {
        byte[] event = new DynamoDbEncoder("orders")
                .encode(List.of(change("o-1", 3, 4), change("o-2", 12, 13), change("o-3", 1, 2)));

        assertThat(reply(event))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"4959033827149025660855969253836157113\"}]}");

        prints(
                "got ChangeEvent[o-1 UPDATE of orders] from Optional[Order[id=o-1, qty=3]] to Optional[Order[id=o-1, qty=4]]");
        assertThat(lambda.output()).doesNotContain("o-3 UPDATE");
    }

    @Test
    void whatNobodyDeclaresFails() {
        fails(
                S3.encode(List.of(created("other", "a"))),
                "ALOFT-207 No function declares the source aws:s3 (storage events (created)");
        fails(
                "{\"days\":30}".getBytes(StandardCharsets.UTF_8),
                "ALOFT-243 A schedule's function expects the event that EventBridge writes");
        fails(
                new SqsEncoder("mail")
                        .encode(List.of(Message.builder("m-1", "Hello").build())),
                "ALOFT-207 No function declares the source aws:sqs (queue messages of mail)");
    }
}
