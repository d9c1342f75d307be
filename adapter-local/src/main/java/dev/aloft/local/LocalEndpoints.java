package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.PercentEncoding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.HttpBinding;
import dev.aloft.spi.MessageBinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server itself answers under {@code /_local}: {@code POST /_local/queues/orders} sends a message, {@code GET} shows what
 * has become of those that were sent. The same for {@code topics} and {@code streams}, and for CloudEvents at {@code /_local/events}.
 * {@code storage/uploads/cats/tom.png} takes {@code PUT} and {@code DELETE}, {@code schedules/clean-up} and {@code databases/products}
 * take {@code POST}. {@code /_local/} is a page with forms for all of that, see {@link LocalPage}.
 */
final class LocalEndpoints {
    static final String PAGE = "/_local/";
    private static final String PREFIX = "/_local";

    private final LocalFunctions functions;
    private final LocalAccess access;
    private final Console console;
    private @Nullable LocalPage page;

    LocalEndpoints(LocalFunctions functions, int port, Console console) {
        this.functions = functions;
        this.console = console;
        this.access = new LocalAccess(port);
    }

    /** Whether a path is one of these, and never a function's. */
    static boolean own(String path) {
        return path.startsWith(PREFIX) && (path.length() == PREFIX.length() || path.charAt(PREFIX.length()) == '/');
    }

    /** Whether an open page asks for it every second, so that a line of the console each would bury all others. */
    static boolean isPolled(HttpRequest request) {
        return request.path().equals("/_local/state") || request.path().equals("/_local/timeline");
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

    /** No other site sees an answer, and no cache keeps it. */
    HttpResponse answer(HttpRequest request) {
        return answerAnyone(request)
                .withHeader("cache-control", "no-store")
                .withHeader("cross-origin-resource-policy", "same-origin")
                .withHeader("x-content-type-options", "nosniff");
    }

    private HttpResponse answerAnyone(HttpRequest request) {
        try {
            access.require(request);
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
            case "ALOFT-124", "ALOFT-131" -> 409;
            case "ALOFT-142" -> 413;
            default -> 400;
        };
    }

    private HttpResponse answerTrusted(HttpRequest request) throws RefusedRequest {
        String[] parts = request.path().split("/", -1);
        switch (parts.length > 2 ? parts[2] : "") {
            case "", "state", "timeline", "logs", "dead-letters" -> {
                return page().answer(request, parts);
            }
            default -> {}
        }
        if (parts.length == 3 && parts[2].equals("events")) {
            return events(request);
        }
        if (parts.length >= 4 && parts[2].equals("storage")) {
            return storage(request, functions.storage(parts[3]), "/_local/storage/".length() + parts[3].length());
        }
        if (parts.length == 4 && parts[2].equals("schedules")) {
            return schedule(request, functions.schedule(parts[3]));
        }
        if (parts.length == 4 && parts[2].equals("databases")) {
            return database(request, functions.database(parts[3]));
        }
        MessageBinding.Kind kind = parts.length == 4 ? kind(parts[2]) : null;
        if (kind == null) {
            throw RefusedRequest.unknownEndpoint(404, "there is no such path under /_local");
        }
        Source source = functions.sources().require(kind, parts[3]);
        return switch (request.method()) {
            case "POST" -> SentMessage.of(request).to(source);
            case "GET", "HEAD" -> source.report();
            default -> otherMethod("GET, HEAD, POST");
        };
    }

    private synchronized LocalPage page() {
        LocalPage opened = page;
        if (opened == null) {
            opened = new LocalPage(functions, access, console.journal());
            page = opened;
        }
        return opened;
    }

    synchronized void close() {
        if (page != null) {
            page.close();
        }
    }

    /** @param end where the name of the bucket ends in the path; a slash and the key may follow, which may have any characters */
    private static HttpResponse storage(HttpRequest request, LocalStorage bucket, int end) throws RefusedRequest {
        String inPath = request.path().substring(end);
        String key = inPath.isEmpty()
                ? request.query("key").orElse(null)
                : PercentEncoding.decodeForm(inPath.substring(1).replace("+", "%2B"));
        switch (request.method()) {
            case "PUT" -> {
                return SentMessage.accepted(
                        bucket.store(required(key), request.body().bytes(), contentType(request)));
            }
            case "DELETE" -> {
                String id = bucket.remove(required(key));
                return id == null ? HttpResponse.noContent() : SentMessage.accepted(id);
            }
            case "GET", "HEAD" -> {
                return key == null ? bucket.feed().report() : otherMethod("DELETE, PUT");
            }
            default -> {
                return otherMethod(key == null ? "GET, HEAD" : "DELETE, PUT");
            }
        }
    }

    private static String required(@Nullable String key) throws RefusedRequest {
        if (key == null) {
            throw RefusedRequest.unknownEndpoint(404, "it names no object");
        }
        return key;
    }

    /** {@code curl --data-binary} calls everything a form unless it is told otherwise. */
    private static @Nullable String contentType(HttpRequest request) {
        String type = request.contentType().orElse(null);
        return "application/x-www-form-urlencoded".equals(type) ? null : type;
    }

    private static HttpResponse schedule(HttpRequest request, LocalSchedule schedule) {
        return switch (request.method()) {
            case "POST" -> SentMessage.accepted(schedule.fire());
            case "GET", "HEAD" -> schedule.feed().report();
            default -> otherMethod("GET, HEAD, POST");
        };
    }

    private static HttpResponse database(HttpRequest request, LocalDatabase database) {
        return switch (request.method()) {
            case "POST" -> SentMessage.accepted(PostedChange.send(request.body().bytes(), database));
            case "GET", "HEAD" -> database.feed().report();
            default -> otherMethod("GET, HEAD, POST");
        };
    }

    private HttpResponse events(HttpRequest request) throws RefusedRequest {
        return switch (request.method()) {
            case "POST" -> SentEvent.of(request).to(functions.sources());
            case "GET", "HEAD" -> functions.sources().eventReport();
            default -> otherMethod("GET, HEAD, POST");
        };
    }

    static HttpResponse otherMethod(String allowed) {
        return RefusedRequest.unknownEndpoint(405, "the methods there are " + allowed)
                .answer()
                .withHeader("allow", allowed);
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
