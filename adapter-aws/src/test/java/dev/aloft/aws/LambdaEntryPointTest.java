package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.aloft.AloftException;
import dev.aloft.Functions;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LambdaEntryPointTest {
    private static final String INDEX = "aloft.index";

    private final Context lambda = mock(Context.class);

    @AfterEach
    void clearIndex() {
        System.clearProperty(INDEX);
    }

    @Test
    void eventGoesInAndAnswerComesOut() throws IOException {
        System.setProperty(INDEX, Index.class.getName());
        when(lambda.getAwsRequestId()).thenReturn("r-1");
        when(lambda.getFunctionName()).thenReturn("shop");
        byte[] event = Samples.bytes("apigateway-http-api-proxy-stage");
        ByteArrayOutputStream reply = new ByteArrayOutputStream();

        new LambdaEntryPoint().handleRequest(new ByteArrayInputStream(event), reply, lambda);

        assertThat(reply.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"statusCode\":200,\"headers\":{\"content-type\":\"text/plain; charset=utf-8\",\"x-native\":\"shop "
                                + event.length
                                + "\"},\"cookies\":[],\"body\":\"order 42 of r-1\",\"isBase64Encoded\":false}");
    }

    @Test
    void applicationWithoutFunctionsFailsWhenItIsInitialised() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(LambdaEntryPoint::new)
                .withMessageStartingWith("ALOFT-101 No functions were found: ");
    }

    @Test
    void wrongEventFailsTheInvocationAndWritesNothing() {
        System.setProperty(INDEX, Index.class.getName());
        LambdaEntryPoint entryPoint = new LambdaEntryPoint();
        ByteArrayOutputStream reply = new ByteArrayOutputStream();

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> entryPoint.handleRequest(
                        new ByteArrayInputStream(Samples.bytes("sqs-receive-message")), reply, lambda))
                .withMessageStartingWith("ALOFT-204 Function order expects HTTP requests but got ");
        assertThat(reply.size()).isZero();
    }

    /** The runtime client chooses among all public methods of that name. */
    @Test
    void nameOfTheHandlerMethodIsNotOverloaded() {
        List<Method> methods = Arrays.stream(LambdaEntryPoint.class.getMethods())
                .filter(method -> method.getName().equals("handleRequest"))
                .toList();

        assertThat(methods).hasSize(1);
        assertThat(LambdaEntryPoint.class).isFinal().isPublic();
        assertThat(RequestStreamHandler.class).isAssignableFrom(LambdaEntryPoint.class);
    }

    /** One function; public, as ALOFT_INDEX demands. */
    public static final class Index implements FunctionIndex {
        private final Functions functions = Functions.builder()
                .http("order", "GET", "/orders/{id}", Index::order)
                .build();

        private static HttpResponse order(HttpRequest request, dev.aloft.Context context) {
            Context lambda = context.nativeContext(Context.class).orElseThrow();
            return HttpResponse.ok("order " + request.pathParameter("id") + " of " + context.invocationId())
                    .withHeader(
                            "x-native",
                            lambda.getFunctionName() + " "
                                    + context.nativeEvent().orElseThrow().length);
        }

        @Override
        public List<FunctionDefinition> functions() {
            return functions.functions();
        }

        @Override
        public Object handler(String functionName, @Nullable HandlerFactory factory) {
            return functions.handler(functionName, factory);
        }
    }
}
