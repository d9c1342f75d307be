package dev.aloft.azure;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The vendor's interfaces with what a test sets, and what was sent and logged. */
final class FakeWorker {
    final Map<String, String> requestHeaders = new LinkedHashMap<>();
    final Map<String, String> sentHeaders = new LinkedHashMap<>();
    final List<String> log = new ArrayList<>();
    int sentStatus;
    Object sentBody;

    @SuppressWarnings("unchecked")
    final HttpRequestMessage<Optional<String>> request = mock(HttpRequestMessage.class);

    final ExecutionContext context = mock(ExecutionContext.class);

    FakeWorker(String functionName, String method, String url) {
        lenient().when(request.getHeaders()).thenReturn(requestHeaders);
        lenient().when(request.getHttpMethod()).thenAnswer(call -> HttpMethod.value(method));
        lenient().when(request.getUri()).thenAnswer(call -> URI.create(url));
        lenient().when(request.getBody()).thenReturn(Optional.empty());
        lenient().when(context.getFunctionName()).thenReturn(functionName);
        lenient().when(context.getInvocationId()).thenReturn("i-1");
        Logger logger = Logger.getAnonymousLogger();
        logger.setUseParentHandlers(false);
        logger.addHandler(new Recorder());
        lenient().when(context.getLogger()).thenReturn(logger);
        HttpResponseMessage.Builder reply = reply();
        lenient().when(request.createResponseBuilder(any(HttpStatusType.class))).thenAnswer(call -> {
            sentStatus = call.<HttpStatusType>getArgument(0).value();
            return reply;
        });
    }

    private HttpResponseMessage.Builder reply() {
        HttpResponseMessage.Builder reply = mock(HttpResponseMessage.Builder.class, RETURNS_SELF);
        lenient().when(reply.header(anyString(), anyString())).thenAnswer(call -> {
            sentHeaders.put(call.getArgument(0), call.getArgument(1));
            return reply;
        });
        lenient().when(reply.body(any())).thenAnswer(call -> {
            sentBody = call.getArgument(0);
            return reply;
        });
        HttpResponseMessage message = mock(HttpResponseMessage.class);
        lenient().when(reply.build()).thenReturn(message);
        return reply;
    }

    FakeWorker header(String name, String value) {
        requestHeaders.put(name, value);
        return this;
    }

    FakeWorker body(String text) {
        when(request.getBody()).thenReturn(Optional.of(text));
        return this;
    }

    FakeWorker call() {
        AzureEntryPoint.http(request, context);
        return this;
    }

    String sentText() {
        return new String((byte[]) sentBody, java.nio.charset.StandardCharsets.UTF_8);
    }

    private final class Recorder extends Handler {
        @Override
        public void publish(LogRecord entry) {
            log.add(entry.getLevel() + " " + entry.getMessage());
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // There is nothing to release.
        }
    }
}
