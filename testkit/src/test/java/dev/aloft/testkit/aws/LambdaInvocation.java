package dev.aloft.testkit.aws;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What Lambda tells of an invocation.
 *
 * @param requestId its id
 * @param remainingMillis the time that is left
 * @param entries takes what is logged
 */
public record LambdaInvocation(String requestId, int remainingMillis, Consumer<String> entries)
        implements Context, LambdaLogger {
    @Override
    public String getAwsRequestId() {
        return requestId;
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/work";
    }

    @Override
    public String getLogStreamName() {
        return "2026/07/10/[$LATEST]1";
    }

    @Override
    public String getFunctionName() {
        return "work";
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:eu-central-1:123456789012:function:work";
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return remainingMillis;
    }

    @Override
    public int getMemoryLimitInMB() {
        return 512;
    }

    @Override
    public LambdaLogger getLogger() {
        return this;
    }

    @Override
    public void log(String message) {
        entries.accept(message);
    }

    @Override
    public void log(byte[] message) {
        entries.accept(new String(message, StandardCharsets.UTF_8));
    }
}
