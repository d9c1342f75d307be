package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.local.engine.Call;
import dev.aloft.local.engine.Exchange;
import dev.aloft.runtime.FunctionRuntime;
import org.jspecify.annotations.Nullable;

/** A request to the functions in this process, from its arrival to its answer. */
final class HttpExchange implements Exchange {
    private final HttpRequest request;
    private final LocalInvocation invocation;
    private final FunctionRuntime functions;
    private volatile @Nullable HttpResponse response;
    /** What the platform answers, whatever a function that was given up answers later. */
    private @Nullable HttpResponse replacement;

    /** @param functions what answers where no function does */
    HttpExchange(HttpRequest request, LocalInvocation invocation, FunctionRuntime functions) {
        this.request = request;
        this.invocation = invocation;
        this.functions = functions;
    }

    /** Has it answered, by the deadline of a call if that has one. */
    void run(FunctionRuntime runtime, long now, Call call) {
        if (call.timeout() < Long.MAX_VALUE) {
            invocation.limit(now, call.timeout());
        }
        response = runtime.http(request, invocation);
    }

    HttpResponse answer() {
        HttpResponse own = replacement == null ? response : replacement;
        return own == null ? functions.problem(500, null, invocation) : own;
    }

    @Override
    public String id() {
        return invocation.id();
    }

    @Override
    public String line() {
        return request.method() + " " + Sources.printable(request.path());
    }

    @Override
    public int requestLength() {
        return request.body().length();
    }

    @Override
    public String function() {
        return invocation.functionName();
    }

    @Override
    public int status() {
        return answer().status();
    }

    @Override
    public int responseLength() {
        return answer().body().length();
    }

    @Override
    public void replace(int status, Throwable reason) {
        String code = reason instanceof AloftException coded ? coded.code() : null;
        invocation.log(System.Logger.Level.ERROR, String.valueOf(code == null ? reason : reason.getMessage()));
        HttpResponse problem = functions.problem(status, code, invocation);
        replacement = request.method().equals("HEAD") ? problem.withoutBody() : problem;
    }
}
