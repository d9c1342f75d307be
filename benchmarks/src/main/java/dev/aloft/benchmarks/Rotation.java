package dev.aloft.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The order of the contestants in a round: each is first in turn, so that none always follows the same one. */
final class Rotation {
    private Rotation() {}

    static <T> List<T> of(List<T> contestants, int round) {
        List<T> order = new ArrayList<>(contestants);
        Collections.rotate(order, -round);
        return order;
    }
}
