package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lambda's Runtime API on a free port of 127.0.0.1: hands out events one by one and takes the answers.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {
    static final String ROOT = "/2018-06-01/runtime/";

    /** What Lambda takes of an answer: 6 MB and a little. */
    static final int ANSWER_LIMIT = 6 * 1024 * 1024 + 100;

    private static final ApiAnswer TAKEN = ApiAnswer.of(202, "{\"status\":\"OK\"}");

    private final ServerSocket server;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<PendingInvocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, PendingInvocation> running = new ConcurrentHashMap<>();
    private final CompletableFuture<InitEnd> init = new CompletableFuture<>();

    /** How and when the runtime's initialisation ended. */
    record InitEnd(Optional<LambdaFault> fault, long nanoTime) {}

    RuntimeApi() {
        try {
            server = new ServerSocket(0, 64, RawHttpClient.loopback());
        } catch (IOException failure) {
            throw HarnessException.io("Cannot open a port on 127.0.0.1", failure);
        }
        start(this::accept, "runtime api");
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** Done once the runtime asks for its first event, or reports that it cannot. */
    CompletableFuture<InitEnd> init() {
        return init;
    }

    CompletableFuture<LambdaResult> submit(LambdaInvocation invocation) {
        PendingInvocation pending = new PendingInvocation(invocation);
        waiting.add(pending);
        return pending.result();
    }

    ApiAnswer answer(ApiRequest request) throws InterruptedException {
        String[] steps = request.steps();
        return switch (request.method() + " " + steps[0] + "/" + steps[steps.length - 1]) {
            case "GET invocation/next" -> next();
            case "GET restore/next" -> ApiAnswer.of(200, "");
            case "POST init/error", "POST restore/error" -> failInit(request.body());
            case "POST invocation/response" -> end(steps[1], request.body(), false);
            case "POST invocation/error" -> end(steps[1], request.body(), true);
            default -> ApiAnswer.error(404, "NotFound", "There is no " + request.method() + " " + request.path());
        };
    }

    private ApiAnswer next() throws InterruptedException {
        init.complete(new InitEnd(Optional.empty(), System.nanoTime()));
        PendingInvocation pending = waiting.take();
        LambdaInvocation invocation = pending.invocation();
        running.put(invocation.requestId(), pending);
        List<HttpField> fields = new ArrayList<>();
        fields.add(new HttpField("Lambda-Runtime-Aws-Request-Id", invocation.requestId()));
        long deadline = Instant.now().plus(invocation.remaining()).toEpochMilli();
        fields.add(new HttpField("Lambda-Runtime-Deadline-Ms", Long.toString(deadline)));
        invocation.headers().forEach((name, value) -> fields.add(new HttpField(name, value)));
        pending.sent();
        return new ApiAnswer(200, fields, invocation.payload());
    }

    private ApiAnswer failInit(byte[] report) {
        init.complete(new InitEnd(Optional.of(LambdaFault.of(report)), System.nanoTime()));
        return TAKEN;
    }

    private ApiAnswer end(String requestId, byte[] body, boolean failed) {
        PendingInvocation pending = running.get(requestId);
        if (pending == null) {
            return ApiAnswer.error(400, "InvalidRequestID", "There is no invocation " + requestId + " to answer");
        }
        Duration elapsed = pending.elapsed();
        if (!failed && body.length > ANSWER_LIMIT) {
            // stays open: the client goes on to report the refusal as an error
            ApiAnswer refusal = tooLarge(body.length);
            pending.result().complete(new LambdaResult.FunctionError(LambdaFault.of(refusal.body()), elapsed));
            return refusal;
        }
        running.remove(requestId);
        pending.result()
                .complete(
                        failed
                                ? new LambdaResult.FunctionError(LambdaFault.of(body), elapsed)
                                : new LambdaResult.Success(body, elapsed));
        return TAKEN;
    }

    private static ApiAnswer tooLarge(int length) {
        String message = "The answer has " + length + " bytes, Lambda takes at most " + ANSWER_LIMIT;
        return ApiAnswer.error(413, "Function.ResponseSizeTooLarge", message);
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                connections.add(connection);
                start(new ApiConnection(connection, this), "runtime api connection");
            }
        } catch (IOException closed) {
            connections.forEach(RuntimeApi::close);
        }
    }

    private void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private static void close(Socket connection) {
        try {
            connection.close();
        } catch (IOException failure) {
            throw HarnessException.io("Cannot close a connection", failure);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw HarnessException.io("Cannot close the Runtime API", failure);
        }
        threads.forEach(Thread::interrupt);
    }
}
