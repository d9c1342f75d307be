package dev.aloft.testkit.brokers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/**
 * Several deployments of one function that take turns, as while a change is being rolled out: message by message with 1, 8 and 64
 * threads, and in batches. Handing work to threads is most of a run's time, so small batches seldom get them.
 */
final class Fleet implements Target {
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
        int last = targets.size() - 1;
        int turn = random.nextInt(batch.size() > LARGE ? last + 1 : 100);
        return targets.get(turn <= last ? turn : turn < 80 ? 0 : last).invoke(batch, frame);
    }
}
