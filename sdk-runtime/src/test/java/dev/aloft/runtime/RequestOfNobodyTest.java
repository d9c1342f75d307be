package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestOfNobodyTest {
    private final RecordingInvocation invocation = new RecordingInvocation();

    @Test
    void requestToADeploymentWithoutHttpFunctionsNamesBothSides() {
        Functions functions = Functions.builder()
                .queue("ship-order", "orders", String.class, (message, context) -> {})
                .build();
        FunctionRuntime runtime = FunctionRuntime.start("aws", Map.of(), functions);

        HttpResponse response =
                runtime.http(HttpRequest.builder("GET", "/orders").build(), invocation);

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.text())
                .isEqualTo(
                        "{\"title\":\"Internal Server Error\",\"status\":500,\"code\":\"ALOFT-204\",\"invocationId\":\"i-1\"}");
        assertThat(invocation.log)
                .singleElement()
                .asString()
                .contains("ALOFT-204 Function ship-order expects queue messages of orders but got an HTTP request.");
    }
}
