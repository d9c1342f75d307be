package dev.aloft.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aloft.Body;
import dev.aloft.HttpHandler;
import dev.aloft.HttpRequest;
import dev.aloft.Message;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that other frameworks lose or distort, on the real runtime. */
class LambdaMessagesIT {
    private static final String S3 = "{\"Records\":[{\"eventVersion\":\"2.1\",\"eventSource\":\"aws:s3\",\"eventName\":"
            + "\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"uploads\"},\"object\":{\"key\":\"a.png\"}}}]}";

    @TempDir
    static Path folder;

    private static Path jar;

    @BeforeAll
    static void build() throws IOException {
        assumeThat(LambdaRuntimeHarness.unavailableReason()).isEmpty();
        jar = folder.resolve("orders.jar");
        try (DeployedJar deployed = DeployedJar.in(jar)) {
            deployed.withModuleOf(HttpHandler.class)
                    .withModuleOf(FunctionRuntime.class)
                    .withModuleOf(LambdaEntryPoint.class)
                    .withPackageOf(OrderApplication.class)
                    .withNameOf("META-INF/services/" + PayloadCodec.class.getName(), OrderApplication.OrderCodec.class)
                    .withNameOf("META-INF/aloft/index", OrderApplication.class);
        }
    }

    private static LambdaRuntimeHarness start(String function, String... settings) {
        Map<String, String> environment = new HashMap<>(Map.of("ALOFT_FUNCTION", function));
        for (int i = 0; i < settings.length; i += 2) {
            environment.put(settings[i], settings[i + 1]);
        }
        return LambdaRuntimeHarness.builder()
                .code(jar)
                .handler("dev.aloft.aws.LambdaEntryPoint")
                .environment(environment)
                .start();
    }

    private static byte[] orders(int... quantities) {
        List<Message<Body>> messages = new ArrayList<>();
        for (int i = 0; i < quantities.length; i++) {
            String body = "{\"id\":\"o-" + (i + 1) + "\",\"qty\":" + quantities[i] + "}";
            messages.add(Message.builder("m" + (i + 1), body).attempt(1).build());
        }
        return new SqsEncoder("orders").encode(messages);
    }

    private static void fails(LambdaResult result, String message) {
        assertThat(result).isInstanceOfSatisfying(FunctionError.class, error -> {
            assertThat(error.fault().type()).isEqualTo("dev.aloft.AloftException");
            assertThat(error.fault().message()).startsWith(message);
        });
    }

    /** The answer may be here before what was printed ahead of it. */
    private static void prints(LambdaRuntimeHarness lambda, String... texts) {
        for (String text : texts) {
            assertThat(lambda.awaitLine(line -> line.contains(text), Duration.ofSeconds(10)))
                    .as(text)
                    .isPresent();
        }
    }

    @Test
    void row1EachRecordIsACallWithItsOwnOrder() {
        try (LambdaRuntimeHarness lambda = start("ship-order")) {
            String reply = lambda.invoke(orders(3, 4)).success().text();

            assertThat(reply).isEqualTo("{\"batchItemFailures\":[]}");
            prints(lambda, "got Order[id=o-1, qty=3]", "got Order[id=o-2, qty=4]");
        }
    }

    @Test
    void row2BatchIsOneCallWithAllOrders() {
        try (LambdaRuntimeHarness lambda = start("ship-orders")) {
            String reply = lambda.invoke(orders(3, 4)).success().text();

            assertThat(reply).isEqualTo("{\"batchItemFailures\":[]}");
            prints(lambda, "batch of 2", "got Order[id=o-1, qty=3]", "got Order[id=o-2, qty=4]");
        }
    }

    @Test
    void rows3And4BodyIsDecodedAndBinarySurvives() {
        byte[] binary = {0, -1, (byte) 0x80, 10};
        HttpApiV2Encoder gateway = new HttpApiV2Encoder();
        byte[] order = gateway.encode(HttpRequest.builder("POST", "/orders")
                .header("content-type", "application/octet-stream")
                .body("{\"id\":\"o-1\",\"qty\":3}".getBytes(StandardCharsets.UTF_8))
                .build());
        byte[] image = gateway.encode(HttpRequest.builder("POST", "/mirror")
                .header("content-type", "image/png")
                .body(binary)
                .build());
        try (LambdaRuntimeHarness place = start("place-order");
                LambdaRuntimeHarness mirror = start("mirror")) {
            GatewayReply placed = gateway.decode(place.invoke(order).success().payload());
            GatewayReply mirrored =
                    gateway.decode(mirror.invoke(image).success().payload());

            assertThat(placed.text()).isEqualTo("Order[id=o-1, qty=3]");
            assertThat(mirrored.body()).isEqualTo(binary);
            assertThat(mirrored.headers().all("set-cookie")).containsExactly("a=1", "b=2");
            assertThat(mirrored.headers().names()).containsExactlyInAnyOrder("content-type", "set-cookie");
        }
    }

    @Test
    void rows5And6UserFieldsChangeNothing() {
        try (LambdaRuntimeHarness lambda = start("any-event")) {
            String reply =
                    lambda.invoke("{\"payload\":{\"id\":\"o-1\"}}").success().text();

            assertThat(reply).isEqualTo("null");
            prints(lambda, "event {\"payload\":{\"id\":\"o-1\"}}");
            fails(
                    lambda.invoke("{\"httpMethod\":\"GET\",\"id\":\"o-1\"}"),
                    "ALOFT-204 Function any-event expects events of every type but got an incomplete HTTP event");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"payload\":{\"id\":\"o-1\"}}",
                "{\"httpMethod\":\"GET\",\"id\":\"o-1\"}",
                "{\"Records\":[]}",
                S3
            })
    void row10WhatIsNoQueueMessageIsNotAcknowledged(String event) {
        try (LambdaRuntimeHarness lambda = start("ship-order", "ALOFT_PARTIAL_BATCH", "on")) {
            LambdaResult result = lambda.invoke(event);

            fails(
                    result,
                    event.equals("{\"Records\":[]}")
                            ? "ALOFT-210 The record event has no records."
                            : "ALOFT-204 Function ship-order expects queue messages of orders but got ");
            assertThat(lambda.output()).doesNotContain("got Order");
        }
    }

    @Test
    void row9FailedRecordIsReported() {
        try (LambdaRuntimeHarness lambda = start("ship-order", "ALOFT_PARTIAL_BATCH", "on")) {
            String reply = lambda.invoke(orders(3, 13)).success().text();

            assertThat(reply).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}");
            prints(lambda, "got Order[id=o-1, qty=3]", "out of stock");
        }
    }

    @Test
    void failedRecordFailsTheInvocationWhereReportsAreNotKnownToBeOn() {
        try (LambdaRuntimeHarness lambda = start("ship-order")) {
            fails(
                    lambda.invoke(orders(3, 13)),
                    "ALOFT-420 Function ship-order did not handle 1 of 2 messages, the first failed with"
                            + " java.lang.IllegalStateException.");
            assertThat(lambda.invoke(orders(3)).success().text()).isEqualTo("{\"batchItemFailures\":[]}");
        }
    }

    @Test
    void payloadWithoutAnyPropertyOfTheTypeIsAFailure() {
        byte[] event = new SqsEncoder("orders")
                .encode(List.of(Message.builder("m1", "{\"payload\":1}").build()));
        try (LambdaRuntimeHarness lambda = start("ship-order", "ALOFT_PARTIAL_BATCH", "on")) {
            assertThat(lambda.invoke(event).success().text())
                    .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
            prints(lambda, "ALOFT-303");
            assertThat(lambda.output()).doesNotContain("got Order");
        }
    }

    @Test
    void wrongSettingIsAnInitialisationError() {
        try (LambdaRuntimeHarness lambda = start("ship-order", "ALOFT_PARTIAL_BATCH", "yes")) {
            assertThat(lambda.initError())
                    .hasValueSatisfying(fault -> assertThat(fault.message())
                            .isEqualTo("ALOFT-117 The setting ALOFT_PARTIAL_BATCH is neither on nor off. Change it, or"
                                    + " remove it."));
        }
    }
}
