package dev.aloft.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.RetryContext;
import com.microsoft.azure.functions.TraceContext;
import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.FunctionRuntime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureContextTest {
    private final FakeWorker worker = new FakeWorker("echo", "GET", "http://h/");

    @Test
    void theIdIsTheInvocations() {
        assertThat(context(Map.of()).id()).isEqualTo("i-1");
        when(worker.context.getInvocationId()).thenReturn(null);
        assertThat(context(Map.of()).id()).isEqualTo("unknown");
    }

    @Test
    void theDeadlineIsTheStartPlusFunctionTimeout() {
        Instant before = Instant.now().minusMillis(1);

        Instant deadline = context(Map.of("AzureFunctionsJobHost__functionTimeout", "00:05:00"))
                .deadline();

        assertThat(Duration.between(before, deadline))
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(5).plusSeconds(30));
        assertThat(context(Map.of()).deadline()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 3, 1", "2, 3, 3", "4, -1, 5"})
    void attemptsAreCountedOnlyUnderARetryPolicy(int count, int max, int attempt) {
        RetryContext retry = mock(RetryContext.class);
        when(retry.getRetrycount()).thenReturn(count);
        when(retry.getMaxretrycount()).thenReturn(max);
        when(worker.context.getRetryContext()).thenReturn(retry);

        assertThat(context(Map.of()).attempt()).isEqualTo(attempt);
    }

    @Test
    void aWorkerWithoutRetryAndTraceTellsNeither() {
        assertThat(context(Map.of()).attempt()).isZero();
        assertThat(context(Map.of()).traceparent()).isNull();
    }

    @Test
    void theTraceIsTheHosts() {
        TraceContext trace = mock(TraceContext.class);
        when(trace.getTraceparent()).thenReturn("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        when(worker.context.getTraceContext()).thenReturn(trace);

        assertThat(context(Map.of()).traceparent()).startsWith("00-4bf9");
    }

    @Test
    void theNativeObjectsAreInReach() {
        AzureContext context = context(Map.of());

        assertThat(context.nativeContext(ExecutionContext.class)).isSameAs(worker.context);
        assertThat(context.nativeContext(HttpRequestMessage.class)).isSameAs(worker.request);
        assertThat(context.nativeContext(String.class)).isNull();
        assertThat(context.nativeEvent()).isNull();
        assertThat(context.memoryLimit()).isZero();
    }

    @Test
    void anEventIsInReachAsItCame() {
        AzureContext context = new AzureContext(worker.context, null, new byte[] {'{', '}'}, AzureApplication.get());

        assertThat(context.nativeEvent()).containsExactly('{', '}');
        assertThat(context.nativeContext(ExecutionContext.class)).isSameAs(worker.context);
        assertThat(context.nativeContext(HttpRequestMessage.class)).isNull();
    }

    @Test
    void theLogIsTheInvocations() {
        AzureContext context = context(Map.of());

        context.log(System.Logger.Level.ERROR, "a {0}");
        context.log(System.Logger.Level.WARNING, "b");
        context.log(System.Logger.Level.INFO, "c");

        Assertions.assertThat(worker.log).containsExactly("SEVERE a {0}", "WARNING b", "INFO c");
    }

    private AzureContext context(Map<String, String> environment) {
        Functions functions = Functions.builder()
                .http("a", "GET", "/", (request, context) -> HttpResponse.ok())
                .build();
        AzureApplication application = new AzureApplication(
                FunctionRuntime.start("azure", environment, functions), FunctionTimeout.of(environment));
        return new AzureContext(worker.context, worker.request, null, application);
    }
}
