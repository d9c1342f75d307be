package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.lang.System.Logger.Level;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LambdaContextTest {
    private static final String XRAY = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";
    private static final String W3C = "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01";

    private final Context lambda = mock(Context.class);
    private final LambdaContext context = new LambdaContext(lambda, new byte[] {1, 2});

    @AfterEach
    void clearTrace() {
        System.clearProperty("com.amazonaws.xray.traceHeader");
    }

    @Test
    void nothingIsAskedForUntilItIsWanted() {
        verifyNoInteractions(lambda);
    }

    @Test
    void idIsTheRequestId() {
        when(lambda.getAwsRequestId()).thenReturn("c6af9ac6-7b61-11e6-9a41-93e8deadbeef");

        assertThat(context.id()).isEqualTo("c6af9ac6-7b61-11e6-9a41-93e8deadbeef");
    }

    @Test
    void missingIdIsNeverBlank() {
        when(lambda.getAwsRequestId()).thenReturn(null);

        assertThat(context.id()).isEqualTo("unknown");
    }

    @Test
    void deadlineIsAFixedTime() {
        when(lambda.getRemainingTimeInMillis()).thenReturn(3_000, 2_000);
        Instant before = Instant.now();

        Instant deadline = context.deadline();

        assertThat(deadline).isBetween(before.plusMillis(3_000), Instant.now().plusMillis(3_000));
        assertThat(context.deadline()).isSameAs(deadline);
    }

    @Test
    void memoryLimitIsInBytes() {
        when(lambda.getMemoryLimitInMB()).thenReturn(10_240);

        assertThat(context.memoryLimit()).isEqualTo(10_737_418_240L);
    }

    @Test
    void httpEventsHaveNoAttempt() {
        assertThat(context.attempt()).isZero();
    }

    @Test
    void traceComesFromTheContextFirst() {
        when(lambda.getXrayTraceId()).thenReturn(XRAY);
        System.setProperty("com.amazonaws.xray.traceHeader", "Root=1-0-0");

        assertThat(context.traceparent()).isEqualTo(W3C);
    }

    @Test
    void traceComesFromThePropertyWhereTheContextHasNone() {
        System.setProperty("com.amazonaws.xray.traceHeader", XRAY);

        assertThat(context.traceparent()).isEqualTo(W3C);
    }

    @Test
    void coreBefore14HasNoTraceMethod() {
        when(lambda.getXrayTraceId()).thenThrow(new NoSuchMethodError("getXrayTraceId"));

        assertThat(context.traceparent()).isNull();
    }

    @Test
    void nativeEventIsThePayload() {
        assertThat(context.nativeEvent()).containsExactly(1, 2);
    }

    @Test
    void nativeContextIsLambdas() {
        assertThat(context.nativeContext(Context.class)).isSameAs(lambda);
        assertThat(context.nativeContext(String.class)).isNull();
    }

    @Test
    void failureIsLoggedAsErrorOnALineOfItsOwn() {
        LambdaLogger logger = logger();

        context.log(Level.ERROR, "it broke");

        verify(logger).log("it broke\n", LogLevel.ERROR);
    }

    @Test
    void limitIsLoggedAsWarning() {
        LambdaLogger logger = logger();

        context.log(Level.WARNING, "two cookies\n");

        verify(logger).log("two cookies\n", LogLevel.WARN);
        verify(logger, never()).log(anyString());
    }

    @Test
    void coreWithoutLevelsStillLogs() {
        LambdaLogger logger = logger();
        doThrow(new NoSuchMethodError("log")).when(logger).log(anyString(), any());

        context.log(Level.INFO, "it runs");

        verify(logger).log("it runs\n");
    }

    private LambdaLogger logger() {
        LambdaLogger logger = mock(LambdaLogger.class);
        when(lambda.getLogger()).thenReturn(logger);
        return logger;
    }
}
