package dev.aloft.local.engine;

import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The invocations whose time is not over, by when something is to be done about them. Its engine guards it. */
final class Underway {
    private final PriorityQueue<Call> calls = new PriorityQueue<>(Call::byDue);
    private final int most;
    private final Timeline timeline;

    /** @param most the longest that an invocation takes by itself, in milliseconds */
    Underway(long most, Timeline timeline) {
        this.most = Math.toIntExact(most);
        this.timeline = timeline;
    }

    /** Waits for invocations that run in real time, since their messages may be visible again before they return. */
    void watch(List<Call> begun) {
        for (Call call : begun) {
            watch(call);
        }
    }

    private void watch(Call call) {
        if (call.due() != Long.MAX_VALUE) {
            calls.add(call);
        }
    }

    void forget(Call call) {
        calls.remove(call);
    }

    /** Decides when an invocation ends that has returned. */
    void land(Call call, long now) {
        Parcel first = call.parcels().get(0);
        call.land(call.inbox().dice().duration(most, first.sequence(), first.attempt()), now);
        if (call.isTimedOut()) {
            call.itsInstance().stop();
        }
        timeline.leftWork(call);
    }

    void add(Call call) {
        calls.add(call);
    }

    @Nullable
    Long nextDue() {
        return calls.isEmpty() ? null : calls.element().due();
    }

    /** Settles those that are due, and ends those whose time is over. */
    void end(long now) {
        while (!calls.isEmpty() && calls.element().due() <= now) {
            Call call = calls.remove();
            if (!call.isSettled()) {
                call.inbox().settle(call);
                call.settled();
            }
            if (call.due() <= now) {
                call.itsInstance().end(now);
            } else {
                watch(call);
            }
        }
    }
}
