package dev.aloft.testkit.azure;

import dev.aloft.Headers;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Invokes HTTP functions for the host. */
final class HttpFunctions {
    private final LoadedFunctions functions;

    HttpFunctions(LoadedFunctions functions) {
        this.functions = functions;
    }

    AzureReply answer(FunctionJson function, HostRequest request, Map<String, String> routeValues) {
        if (!isAuthorized(function, request)) {
            return AzureReply.byHost(401, Headers.empty(), "");
        }
        WorkerResult result = functions.invoke(function, input(function, request, routeValues));
        return switch (result.outcome()) {
            case SUCCESS -> HostResponse.of(result, functions.returnType(function));
            case FAILURE -> AzureReply.failed(result);
            case NO_RESPONSE -> AzureReply.noResponse(result);
        };
    }

    /** Any key counts as the right one. */
    private static boolean isAuthorized(FunctionJson function, HostRequest request) {
        boolean anonymous = function.trigger().authLevel().equalsIgnoreCase("anonymous");
        boolean key = request.client().headers().contains("x-functions-key")
                || HostQuery.parse(request.target().query()).containsKey("code");
        return anonymous || key;
    }

    private static WorkerInput input(FunctionJson function, HostRequest request, Map<String, String> routeValues) {
        RpcData http = new RpcData.Http(request.toRpc());
        Map<String, RpcData> metadata = request.triggerMetadata(routeValues);
        // The worker adds these two only where the client has not already put something there.
        metadata.putIfAbsent(function.trigger().name(), http);
        metadata.putIfAbsent("$request", http);
        Map<String, RpcData> inputs = Map.of(function.trigger().name(), http);
        return new WorkerInput(UUID.randomUUID().toString(), inputs, metadata, trace(request), 0, 0);
    }

    /** The host's own span: the caller's trace id, or a new one, and always a new span id. */
    private static WorkerInput.Trace trace(HostRequest request) {
        Headers headers = request.client().headers();
        String caller = headers.first("traceparent").orElse("");
        boolean valid = caller.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
        String traceId = valid ? caller.substring(3, 35) : hex() + hex();
        String flags = valid ? caller.substring(53) : "00";
        String state = valid ? headers.first("tracestate").orElse("") : "";
        return new WorkerInput.Trace("00-" + traceId + "-" + hex() + "-" + flags, state, Map.of());
    }

    private static String hex() {
        return String.format(Locale.ROOT, "%016x", ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
