package dev.aloft.testkit.aws;

import com.amazonaws.services.lambda.runtime.Context;
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
            entryPoint.handleRequest(new ByteArrayInputStream(event), reply, invocation());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reply.toByteArray();
    }

    /** What Lambda tells; what is logged is not looked at. */
    static Context invocation() {
        return new LambdaInvocation("c6af9ac6-7b61-11e6-9a41-93e8deadbeef", 3_000, entry -> {});
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
}
