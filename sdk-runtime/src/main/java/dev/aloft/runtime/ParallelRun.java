package dev.aloft.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Handles the items of one delivery on several threads. Each item has a slot of its own for its outcome, so no report can be lost,
 * and what has no outcome when the time is over counts as not attempted: at worst it is delivered once more than needed.
 */
final class ParallelRun {
    private final List<DeliveryItem> items;
    private final long last;
    private final DeliveryPolicy.ItemCall call;
    private final AtomicReferenceArray<Outcome> outcomes;
    private final AtomicInteger nextChain = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();

    ParallelRun(List<DeliveryItem> items, long last, DeliveryPolicy.ItemCall call) {
        this.items = items;
        this.last = last;
        this.call = call;
        this.outcomes = new AtomicReferenceArray<>(items.size());
    }

    Outcome[] run(int parallelism) {
        List<List<Integer>> chains = chains();
        int workers = Math.min(parallelism, chains.size());
        CountDownLatch working = new CountDownLatch(workers);
        ExecutorService threads = Executors.newFixedThreadPool(workers, new DeliveryThreads());
        for (int i = 0; i < workers; i++) {
            threads.execute(new Worker(this, chains, working));
        }
        await(working);
        stopped.set(true);
        threads.shutdownNow();
        return taken();
    }

    /** A class, since a lambda's first use costs more than a cold delivery. */
    private record Worker(ParallelRun delivery, List<List<Integer>> chains, CountDownLatch working) implements Runnable {
        @Override
        public void run() {
            delivery.work(chains, working);
        }
    }

    /** Items that keep an order stay in one chain; every other item is a chain by itself. */
    private List<List<Integer>> chains() {
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

    private void work(List<List<Integer>> chains, CountDownLatch working) {
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
            if (index > 0 && System.currentTimeMillis() > last) {
                stopped.set(true);
            }
            boolean skipped = blocked || stopped.get();
            Outcome outcome = skipped ? blocked ? Outcome.BLOCKED : Outcome.OUT_OF_TIME : call.handle(index);
            outcomes.set(index, outcome);
            blocked |= !outcome.isDone();
            if (outcome.endsDelivery()) {
                stopped.set(true);
            }
        }
    }

    private void await(CountDownLatch working) {
        try {
            if (last == Long.MAX_VALUE) {
                working.await();
            } else {
                working.await(Math.max(last - System.currentTimeMillis(), 1), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome[] taken() {
        Outcome[] taken = new Outcome[outcomes.length()];
        for (int i = 0; i < taken.length; i++) {
            Outcome outcome = outcomes.get(i);
            taken[i] = outcome == null ? Outcome.OUT_OF_TIME : outcome;
        }
        return taken;
    }
}
