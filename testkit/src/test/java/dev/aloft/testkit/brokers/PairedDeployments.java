package dev.aloft.testkit.brokers;

import com.microsoft.azure.functions.ExecutionContext;
import dev.aloft.aws.LambdaEntryPoint;
import dev.aloft.gcp.GcpEntryPoint;
import dev.aloft.testkit.aws.LambdaInvocation;
import io.cloudevents.CloudEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Deploys one function of the application by {@code ALOFT_FUNCTION} and hands it one native event. */
final class PairedDeployments {
    private PairedDeployments() {}

    private static Map<String, String> environment(FunctionKind kind) {
        return environment(kind, Map.of());
    }

    private static Map<String, String> environment(FunctionKind kind, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("ALOFT_INDEX", PairedApplication.class.getName());
        environment.put("ALOFT_FUNCTION", kind.definition().name());
        return environment;
    }

    static Attempt lambda(FunctionKind kind, byte[] event) {
        return lambda(kind, event, Map.of());
    }

    static Attempt lambda(FunctionKind kind, byte[] event, Map<String, String> settings) {
        LambdaEntryPoint entryPoint = LambdaProcess.start(environment(kind, settings));
        List<String> log = new ArrayList<>();
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        try {
            entryPoint.handleRequest(
                    new ByteArrayInputStream(event), reply, new LambdaInvocation("invocation-1", 60_000, log::add));
        } catch (IOException | RuntimeException | Error functionError) {
            return Attempt.threw(functionError, log);
        }
        return new Attempt(false, reply.toString(StandardCharsets.UTF_8) + "\n" + log);
    }

    /** The same for an event that is answered with an HTTP response. */
    static Attempt gateway(FunctionKind kind, byte[] event) {
        Attempt attempt = lambda(kind, event);
        return new Attempt(attempt.failed() || !attempt.text().startsWith("{\"statusCode\":2"), attempt.text());
    }

    static Attempt azure(FunctionKind kind, String entry, @Nullable Object value, Map<String, String> metadata) {
        List<String> log = new ArrayList<>();
        Logger logger = AzureTarget.logger(log::add);
        ExecutionContext context = new AzureInvocation(kind.definition().name(), "invocation-1", logger, metadata);
        Method method = AzureProcess.entryPoint(entry);
        return Settings.during(environment(kind), () -> call(method, value, context, log));
    }

    private static Attempt call(Method method, @Nullable Object value, ExecutionContext context, List<String> log) {
        try {
            Object result = method.invoke(null, value, context);
            return result instanceof AzureHttpRequest.Reply reply
                    ? Attempt.answered(
                            reply.getStatusCode(), "status " + reply.getStatusCode() + "\n" + reply.text(), log)
                    : new Attempt(false, "success\n" + log);
        } catch (InvocationTargetException failedInvocation) {
            return Attempt.threw(failedInvocation.getCause(), log);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static Attempt google(FunctionKind kind, GoogleExchange exchange) {
        List<String> log = new ArrayList<>();
        GcpEntryPoint entryPoint = GoogleTarget.start(environment(kind), log::add);
        try {
            entryPoint.service(exchange.request(), exchange.response());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Attempt.answered(exchange.status(), exchange.text(), log);
    }

    /** By the signature type for CloudEvents. */
    static Attempt google(FunctionKind kind, CloudEvent event) {
        List<String> log = new ArrayList<>();
        GcpEntryPoint entryPoint = GoogleTarget.start(environment(kind), log::add);
        try {
            entryPoint.accept(event);
            return new Attempt(false, "success\n" + log);
        } catch (RuntimeException failure) {
            return Attempt.threw(failure, log);
        }
    }
}
