package dev.aloft.testkit.aws;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import dev.aloft.HttpHandler;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.aws.LambdaEntryPoint;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A deployed function that keeps the request it got and answers what the test wants. */
final class LambdaFunction {
    private static @Nullable HttpRequest request;
    private static HttpResponse response = HttpResponse.ok();

    private final LambdaEntryPoint entryPoint = entryPoint();

    private static LambdaEntryPoint entryPoint() {
        System.setProperty("aloft.index", Index.class.getName());
        try {
            return new LambdaEntryPoint();
        } finally {
            System.clearProperty("aloft.index");
        }
    }

    byte[] answer(byte[] event, HttpResponse wanted) {
        request = null;
        response = wanted;
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        try {
            entryPoint.handleRequest(new ByteArrayInputStream(event), reply, new Invocation());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reply.toByteArray();
    }

    /** The request of the last answer. */
    HttpRequest request() {
        return Objects.requireNonNull(request, "the function was not called");
    }

    /** Every path and method leads to one function. */
    public static final class Index implements FunctionIndex {
        @Override
        public List<FunctionDefinition> functions() {
            return List.of(FunctionDefinition.http(
                    "any", "/{path...}", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"));
        }

        @Override
        public Object handler(String functionName, @Nullable HandlerFactory factory) {
            HttpHandler handler = (got, context) -> {
                request = got;
                return response;
            };
            return handler;
        }
    }

    static final class Invocation implements Context, LambdaLogger {
        @Override
        public String getAwsRequestId() {
            return "c6af9ac6-7b61-11e6-9a41-93e8deadbeef";
        }

        @Override
        public String getLogGroupName() {
            return "/aws/lambda/any";
        }

        @Override
        public String getLogStreamName() {
            return "2026/07/10/[$LATEST]1";
        }

        @Override
        public String getFunctionName() {
            return "any";
        }

        @Override
        public String getFunctionVersion() {
            return "$LATEST";
        }

        @Override
        public String getInvokedFunctionArn() {
            return "arn:aws:lambda:eu-central-1:123456789012:function:any";
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
            return 3_000;
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
            // The tests look at what the client sees.
        }

        @Override
        public void log(byte[] message) {
            // The tests look at what the client sees.
        }
    }
}
