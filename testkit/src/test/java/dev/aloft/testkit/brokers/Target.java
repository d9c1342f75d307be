package dev.aloft.testkit.brokers;

import java.util.List;

/** The deployed function, as its platform calls it. */
@FunctionalInterface
interface Target {
    /**
     * One invocation.
     *
     * @param batch what is delivered together, in order
     * @param frame the invocation
     * @return what it answers; nobody looks at it if the time was over
     */
    Answer invoke(List<Delivery> batch, Frame frame);
}
