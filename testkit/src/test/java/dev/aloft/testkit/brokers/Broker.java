package dev.aloft.testkit.brokers;

/** A platform's side of the delivery: it offers every message until it takes it as done, dead-letters or drops it. */
@FunctionalInterface
interface Broker {
    /**
     * Delivers all messages.
     *
     * @param simulation the run
     * @param target the function
     */
    void run(Simulation simulation, Target target);
}
