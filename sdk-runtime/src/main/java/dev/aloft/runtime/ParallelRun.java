package dev.aloft.runtime;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/**
 * Handles the items of one delivery on several threads. Each item has a slot of its own for its outcome, so no report can be lost.
 * A thread claims the slot before it calls the function and the result takes every slot, so nothing begins after the result, and what
 * is still running then counts as failed: at worst it is delivered once more than needed.
 */
final class ParallelRun implements Runnable {
    private final DeliveryPolicy policy;
    private final IntFunction<Outcome> call;
    private final List<List<Integer>> chains;
    private final AtomicReferenceArray<Outcome> outcomes;
    private final AtomicInteger nextChain = new AtomicInteger();
    private final CountDownLatch working;
    private volatile boolean stopped;

    ParallelRun(List<DeliveryItem> items, DeliveryPolicy policy, IntFunction<Outcome> call) {
        this.policy = policy;
        this.call = call;
        this.chains = chains(items);
        this.outcomes = new AtomicReferenceArray<>(items.size());
        this.working = new CountDownLatch(Math.min(policy.parallelism(), chains.size()));
    }

    Outcome[] outcomes() {
        List<Thread> workers = new ArrayList<>();
        try {
            for (long left = working.getCount(); left > 0; left--) {
                workers.add(started());
            }
            await();
            // Before the interruption: a function that returns because of it has not done its work.
            return taken();
        } finally {
            stopped = true;
            for (Thread worker : workers) {
                worker.interrupt();
            }
        }
    }

    /** A thread that keeps no process alive, and sees the classes that the invoking thread sees, as every new one does. */
    private Thread started() {
        Thread worker = new Thread(this, "aloft-delivery");
        worker.setDaemon(true);
        worker.start();
        return worker;
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

    /** The work of one thread. */
    @Override
    public void run() {
        try {
            int chain = nextChain.getAndIncrement();
            while (chain < chains.size()) {
                handle(chains.get(chain));
                chain = nextChain.getAndIncrement();
            }
        } finally {
            working.countDown();
        }
    }

    private void handle(List<Integer> chain) {
        boolean blocked = false;
        for (int index : chain) {
            if (blocked) {
                outcomes.compareAndSet(index, null, Outcome.BLOCKED);
            } else if (mayBegin(index) && outcomes.compareAndSet(index, null, Outcome.BEGUN)) {
                Outcome outcome = call.apply(index);
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
        return index == 0 || !stopped && !policy.isTimeOver();
    }

    private void await() {
        try {
            working.await(policy.millisToEnd(), TimeUnit.MILLISECONDS);
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
