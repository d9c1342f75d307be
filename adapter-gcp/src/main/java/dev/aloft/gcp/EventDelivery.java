package dev.aloft.gcp;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.DeliveryResult;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.runtime.Invocation;
import dev.aloft.runtime.SelectedFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came with one request, by the function that takes it. It is acknowledged as a whole: one event that could not be read, or was
 * not handled, brings all of them back.
 */
final class EventDelivery {
    private final FunctionRuntime runtime;
    private final Invocation invocation;
    /** What each function gets. */
    private final Map<SelectedFunction, List<DeliveryItem>> shares = new LinkedHashMap<>(2);

    private long delaySeconds;
    private @Nullable AloftException refusal;
    private @Nullable AloftException failure;

    EventDelivery(FunctionRuntime runtime, Invocation invocation) {
        this.runtime = runtime;
        this.invocation = invocation;
    }

    void add(Arrival arrival) {
        SelectedFunction function = runtime.select(arrival.origin);
        List<DeliveryItem> share = shares.get(function);
        if (share == null) {
            share = new ArrayList<>(1);
            shares.put(function, share);
        }
        share.add(arrival.itemFor(function));
    }

    /** Keeps what could not be read or has no function from being acknowledged. */
    void refuse(AloftException reason) {
        // Of the kind PAYLOAD it would be answered as the client's mistake; there is no client who could mend it.
        AloftException ofPlatform = reason.kind() == Kind.PAYLOAD
                ? new AloftException(Kind.NATIVE_EVENT, reason.code(), reason.reason(), reason)
                : reason;
        runtime.unreadable(ofPlatform, invocation);
        refusal = refusal == null ? reason : refusal;
    }

    void run() {
        for (Map.Entry<SelectedFunction, List<DeliveryItem>> share : shares.entrySet()) {
            try {
                DeliveryResult result = runtime.deliver(share.getKey(), share.getValue(), invocation);
                delaySeconds = Math.max(delaySeconds, result.delaySeconds());
                failure = failure != null || result.isDone() ? failure : result.failure();
            } catch (AloftException noHandler) {
                refuse(noHandler);
            }
        }
    }

    /**
     * What Google is told: 2xx acknowledges, everything else brings the delivery back. 429 and 4xx would, too, but slow a queue down
     * or look like the end.
     */
    HttpResponse answer() {
        AloftException open = open();
        if (open == null) {
            return HttpResponse.noContent();
        }
        if (refusal == null && delaySeconds > 0) {
            return runtime.problem(503, open.code(), invocation).withHeader("retry-after", Long.toString(delaySeconds));
        }
        return runtime.problem(500, open.code(), invocation);
    }

    /** Why the delivery must come again; null if everything is done with. */
    @Nullable
    AloftException open() {
        return refusal == null ? failure : refusal;
    }
}
