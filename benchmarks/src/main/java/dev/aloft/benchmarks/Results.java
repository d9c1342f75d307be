package dev.aloft.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was measured of each contestant. */
final class Results<R> {
    private final Map<Contestant, R> byContestant = new LinkedHashMap<>();

    void put(Contestant contestant, R result) {
        byContestant.put(contestant, result);
    }

    R of(Contestant contestant) {
        R result = byContestant.get(contestant);
        if (result == null) {
            throw new IllegalArgumentException(contestant.name() + " was not measured");
        }
        return result;
    }
}
