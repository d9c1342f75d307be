package dev.aloft.testkit.brokers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/**
 * Several deployments of one function that take turns, as while a change is being rolled out: message by message with 1, 8 and 64
 * threads, and in batches.
 */
final class Fleet implements Target {
    /** Threads cost most of a run's time, so they get few turns where batches are small. */
    private static final int[] TURNS = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 1, 2};

    private static final int LARGE = 100;

    private final SplittableRandom random;
    private final List<Target> targets;

    private Fleet(SplittableRandom random, List<Target> targets) {
        this.random = random;
        this.targets = targets;
    }

    /**
     * @param simulation the run
     * @param deploy deploys the function with settings, for batches or not
     */
    static Fleet of(Simulation simulation, BiFunction<Map<String, String>, Boolean, Target> deploy) {
        List<Target> targets = new ArrayList<>();
        for (String parallelism : List.of("1", "8", "64")) {
            targets.add(deploy.apply(Map.of("ALOFT_PARALLELISM", parallelism), false));
        }
        targets.add(deploy.apply(Map.of(), true));
        return new Fleet(simulation.random(), targets);
    }

    @Override
    public Answer invoke(List<Delivery> batch, Frame frame) {
        int target = batch.size() > LARGE ? random.nextInt(targets.size()) : TURNS[random.nextInt(TURNS.length)];
        return targets.get(target).invoke(batch, frame);
    }
}
