package dev.aloft.runtime;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Handles the items of one delivery on several threads. Each item has a slot of its own for its outcome, so no report can be lost.
 * A thread claims the slot before it calls the function and the result takes every slot, so nothing begins after the result, and what
 * is still running then counts as failed: at worst it is delivered once more than needed.
 */
final class ParallelRun implements Runnable {
    private final DeliveryPolicy.Limit limit;
    private final DeliveryPolicy.ItemCall call;
    private final List<List<Integer>> chains;
    private final AtomicReferenceArray<Outcome> outcomes;
    private final AtomicInteger nextChain = new AtomicInteger();
    private final CountDownLatch working;
    private final @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private volatile boolean stopped;

    ParallelRun(List<DeliveryItem> items, DeliveryPolicy.Limit limit, int parallelism, DeliveryPolicy.ItemCall call) {
        this.limit = limit;
        this.call = call;
        this.chains = chains(items);
        this.outcomes = new AtomicReferenceArray<>(items.size());
        this.working = new CountDownLatch(Math.min(parallelism, chains.size()));
    }

    Outcome[] outcomes(ExecutorService threads) {
        int count = (int) working.getCount();
        List<Future<?>> workers = new ArrayList<>(count);
        try {
            for (int i = 0; i < count; i++) {
                workers.add(threads.submit(this));
            }
            await();
            // Before the interruption: a function that returns because of it has not done its work.
            return taken();
        } finally {
            stopped = true;
            for (Future<?> worker : workers) {
                worker.cancel(true); // interrupts it while it is at this work, and never later
            }
        }
    }

    /** Items that keep an order stay in one chain; every other item is a chain by itself. */
    private static List<List<Integer>> chains(List<DeliveryItem> items) {
        List<List<Integer>> chains = new ArrayList<>();
        Map<String, List<Integer>> byGroup = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            String group = items.get(i).group();
            List<Integer> chain = group == null ? null : byGroup.get(group);
            if (chain == null) {
                chain = new ArrayList<>(1);
                chains.add(chain);
                if (group != null) {
                    byGroup.put(group, chain);
                }
            }
            chain.add(i);
        }
        return chains;
    }

    /** The work of one thread, which sees the classes that the invoking one sees. */
    @Override
    public void run() {
        Thread.currentThread().setContextClassLoader(loader);
        try {
            int chain = nextChain.getAndIncrement();
            while (chain < chains.size()) {
                handle(chains.get(chain));
                chain = nextChain.getAndIncrement();
            }
        } finally {
            Thread.currentThread().setContextClassLoader(null);
            working.countDown();
        }
    }

    private void handle(List<Integer> chain) {
        boolean blocked = false;
        for (int index : chain) {
            if (blocked) {
                outcomes.compareAndSet(index, null, Outcome.BLOCKED);
            } else if (mayBegin(index) && outcomes.compareAndSet(index, null, Outcome.BEGUN)) {
                Outcome outcome = call.handle(index);
                outcomes.compareAndSet(index, Outcome.BEGUN, outcome);
                blocked = !outcome.isDone();
                if (outcome.endsDelivery()) {
                    stopped = true;
                }
            } else {
                return;
            }
        }
    }

    /** The first one is always tried, even if another thread sees before it that the time is over. */
    private boolean mayBegin(int index) {
        return index == 0 || !stopped && !limit.isOver();
    }

    private void await() {
        try {
            if (limit.isNone()) {
                working.await();
            } else {
                working.await(limit.millisToEnd(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome[] taken() {
        Outcome[] taken = new Outcome[outcomes.length()];
        for (int i = 0; i < taken.length; i++) {
            Outcome outcome = outcomes.getAndSet(i, Outcome.OUT_OF_TIME);
            taken[i] = outcome == null ? Outcome.OUT_OF_TIME : outcome == Outcome.BEGUN ? unfinished() : outcome;
        }
        return taken;
    }

    private static Outcome unfinished() {
        return Outcome.thrown(new AloftException(
                Kind.HANDLER,
                "ALOFT-423",
                "The function was still at it when the delivery had to end, and was interrupted. Give it a longer timeout,"
                        + " or let fewer messages be delivered together."));
    }
}
