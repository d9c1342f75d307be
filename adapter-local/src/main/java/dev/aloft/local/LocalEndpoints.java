package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.HttpBinding;
import dev.aloft.spi.MessageBinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server itself answers under {@code /_local}: {@code POST /_local/queues/orders} sends a message, {@code GET} shows what
 * has become of those that were sent. The same for {@code topics} and {@code streams}, and for CloudEvents at {@code /_local/events}.
 */
final class LocalEndpoints {
    private static final String PREFIX = "/_local";

    private final LocalFunctions functions;
    private final LocalAccess access;

    LocalEndpoints(LocalFunctions functions, int port) {
        this.functions = functions;
        this.access = new LocalAccess(port);
    }

    /** Whether a path is one of these, and never a function's. */
    static boolean own(String path) {
        return path.startsWith(PREFIX) && (path.length() == PREFIX.length() || path.charAt(PREFIX.length()) == '/');
    }

    /** A function there would never be called. */
    static void requireUnused(List<FunctionDefinition> functions) {
        for (FunctionDefinition function : functions) {
            if (function.binding() instanceof HttpBinding http
                    && own(http.route().text())) {
                throw new AloftException(
                        Kind.CONFIGURATION,
                        "ALOFT-128",
                        "Function " + function.name() + " answers "
                                + http.route().text()
                                + ", but the local server keeps paths under /_local to itself. Choose another path.");
            }
        }
    }

    HttpResponse answer(HttpRequest request) {
        try {
            access.require(request.headers());
            return answerTrusted(request);
        } catch (RefusedRequest refused) {
            return refused.answer();
        } catch (AloftException failure) {
            return RefusedRequest.of(status(failure), failure).answer();
        }
    }

    private static int status(AloftException failure) {
        return switch (failure.code()) {
            case "ALOFT-123", "ALOFT-125" -> 404;
            case "ALOFT-124" -> 409;
            default -> 400;
        };
    }

    private HttpResponse answerTrusted(HttpRequest request) throws RefusedRequest {
        String[] parts = request.path().split("/", -1);
        if (parts.length == 3 && parts[2].equals("events")) {
            return events(request);
        }
        MessageBinding.Kind kind = parts.length == 4 ? kind(parts[2]) : null;
        if (kind == null) {
            throw RefusedRequest.unknownEndpoint(404, "there is no such path under /_local");
        }
        Source source = functions.sources().require(kind, parts[3]);
        return switch (request.method()) {
            case "POST" -> SentMessage.of(request).to(source);
            case "GET", "HEAD" -> source.report();
            default -> otherMethod();
        };
    }

    private HttpResponse events(HttpRequest request) throws RefusedRequest {
        return switch (request.method()) {
            case "POST" -> SentEvent.of(request).to(functions.sources());
            case "GET", "HEAD" -> functions.sources().eventReport();
            default -> otherMethod();
        };
    }

    private static HttpResponse otherMethod() {
        return RefusedRequest.unknownEndpoint(405, "it takes POST to send and GET to look")
                .answer()
                .withHeader("allow", "GET, HEAD, POST");
    }

    private static MessageBinding.@Nullable Kind kind(String folder) {
        return switch (folder) {
            case "queues" -> MessageBinding.Kind.QUEUE;
            case "topics" -> MessageBinding.Kind.TOPIC;
            case "streams" -> MessageBinding.Kind.STREAM;
            default -> null;
        };
    }
}
