package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.local.engine.Exchange;
import dev.aloft.local.engine.Outcome;
import dev.aloft.local.engine.Target;
import dev.aloft.runtime.FunctionRuntime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
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

    /** Starts instances of all functions for HTTP; the first one of a version has the handlers that the version began with. */
    static Supplier<Target> starter(Supplier<Version> current, Platform platform) {
        AtomicReference<@Nullable Version> started = new AtomicReference<>();
        return () -> {
            Version version = current.get();
            FunctionRuntime runtime =
                    started.getAndSet(version) == version ? version.startAnother() : version.runtime();
            return call -> {
                HttpExchange exchange = (HttpExchange) call.parcels().get(0).content();
                if (call.timeout() < Long.MAX_VALUE) {
                    exchange.invocation.limit(platform.timeOf(call.start()), call.timeout());
                }
                version.run(() -> exchange.run(runtime));
                return List.of(Outcome.HANDLED);
            };
        };
    }

    void run(FunctionRuntime runtime) {
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
