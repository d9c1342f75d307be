package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import dev.aloft.Functions;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.MessageBinding.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What adapters need where a deployment's own name selects a function, or a source has several names. */
class NarrowedRuntimeTest {
    private final Functions functions = Functions.builder()
            .http("place-order", "POST", "/orders", (request, context) -> HttpResponse.noContent())
            .queue("ship-order", "orders", String.class, (message, context) -> {})
            .queue("bill-order", "bills", String.class, (message, context) -> {})
            .build();

    @Test
    void nameOfAFunctionSelectsIt() {
        FunctionRuntime narrowed =
                FunctionRuntime.start("gcp", Map.of(), functions).narrowedTo("Ship-Order");

        assertThat(narrowed.functions()).extracting(FunctionDefinition::name).containsExactly("ship-order");
        assertThat(narrowed.http(HttpRequest.builder("POST", "/orders").build(), new RecordingInvocation())
                        .text())
                .contains("\"code\":\"ALOFT-204\"");
    }

    @Test
    void anyOtherNameSelectsNothing() {
        FunctionRuntime runtime = FunctionRuntime.start("gcp", Map.of(), functions);

        assertThat(runtime.narrowedTo("shop")).isSameAs(runtime);
    }

    @Test
    void problemIsAnAnswerWithoutReason() {
        HttpResponse problem =
                FunctionRuntime.start("gcp", Map.of(), functions).problem(503, "ALOFT-420", new RecordingInvocation());

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.text())
                .isEqualTo(
                        "{\"title\":\"Service Unavailable\",\"status\":503,\"code\":\"ALOFT-420\",\"invocationId\":\"i-1\"}");
    }

    @Test
    void sourceIsDeclaredByAnyOfItsNames() {
        FunctionRuntime runtime = FunctionRuntime.start(
                "gcp", Map.of("ALOFT_SOURCE_BILLS", "projects/p/subscriptions/bills-sub"), functions);
        Origin topic = Origin.messages("google:pubsub", List.of(Kind.QUEUE), "events", "projects/p/topics/events");

        assertThat(runtime.select(topic.alsoNamed("bills-sub", "projects/p/subscriptions/bills-sub"))
                        .name())
                .isEqualTo("bill-order");
        assertThat(runtime.select(topic.alsoNamed("orders", "projects/p/subscriptions/orders"))
                        .name())
                .isEqualTo("ship-order");
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> runtime.select(topic))
                .withMessageStartingWith("ALOFT-207 ");
    }
}
