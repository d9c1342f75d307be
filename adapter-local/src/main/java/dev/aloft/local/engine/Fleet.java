package dev.aloft.local.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The instances of one function: as many as its profile allows, each gone when it has been idle for long. */
final class Fleet {
    private final Profile profile;
    private final Dice dice;
    private final Supplier<Target> starter;
    private final List<Instance> instances = new ArrayList<>();
    private int started;
    private long picks;

    Fleet(Profile profile, Dice dice, Supplier<Target> starter) {
        this.profile = profile;
        this.dice = dice;
        this.starter = starter;
    }

    /** Whether one more invocation can run. A stopped instance counts no more, though something may still run in it. */
    boolean hasRoom() {
        return canStart() || !withRoom().isEmpty();
    }

    /** An instance for one more invocation, a new one if there is no other or by chance. */
    Instance pick(long now) {
        instances.removeIf(instance -> instance.isGone(now));
        List<Instance> free = withRoom();
        picks++;
        if (canStart() && (free.isEmpty() || dice.chance(profile.scaleOut, Dice.INSTANCE, picks, 0))) {
            Instance fresh = new Instance(++started, profile, profile.timeout, starter);
            instances.add(fresh);
            return fresh;
        }
        return free.get(dice.roll(free.size(), Dice.INSTANCE, picks, 1));
    }

    /** Lets every instance end what it has begun, and take nothing more. */
    void retire() {
        for (Instance instance : instances) {
            instance.stop();
        }
    }

    private boolean canStart() {
        int usable = 0;
        for (Instance instance : instances) {
            usable += instance.isStopped() ? 0 : 1;
        }
        return usable < profile.instances;
    }

    private List<Instance> withRoom() {
        List<Instance> free = new ArrayList<>();
        for (Instance instance : instances) {
            if (instance.hasRoom()) {
                free.add(instance);
            }
        }
        return free;
    }
}
