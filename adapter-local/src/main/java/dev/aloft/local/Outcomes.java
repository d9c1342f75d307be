package dev.aloft.local;

import dev.aloft.local.engine.Timeline.Step;
import dev.aloft.local.engine.Timeline.Then;
import dev.aloft.local.engine.Timeline.What;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has become of messages and events, to be asserted in a test with any library.
 *
 * <pre>{@code
 * Outcomes outcomes = functions.outcomes("ship-order");
 *
 * assertThat(outcomes.handled()).isEqualTo(3);
 * assertThat(outcomes.of("o-1").retried()).isEqualTo(2);
 * assertThat(outcomes.deadLettered()).isZero();
 * }</pre>
 *
 * <p>It does not change any more. Messages are counted once, however often they were delivered.
 */
public final class Outcomes {
    private final List<Step> steps;

    private Outcomes(List<Step> steps) {
        this.steps = steps;
    }

    /** Those of one function. */
    static Outcomes of(List<Step> all, String function) {
        List<Step> some = new ArrayList<>();
        for (Step step : all) {
            if (step.function().equals(function)) {
                some.add(step);
            }
        }
        return new Outcomes(some);
    }

    /**
     * Those of one message or event alone.
     *
     * @param id its id, as sending it gave
     * @return the outcomes; nothing has become of an id that there is not
     */
    public Outcomes of(String id) {
        List<Step> some = new ArrayList<>();
        for (Step step : steps) {
            if (step.message().equals(id)) {
                some.add(step);
            }
        }
        return new Outcomes(some);
    }

    /** How many messages were handled. */
    public int handled() {
        return messages(What.HANDLED);
    }

    /** How many messages were rejected. */
    public int rejected() {
        return messages(What.REJECTED);
    }

    private int messages(What what) {
        Set<String> messages = new HashSet<>();
        for (Step step : steps) {
            if (step.what() == what) {
                messages.add(step.message());
            }
        }
        return messages.size();
    }

    /** How many deliveries there were because the one before was not handled, in time and by this message's turn. */
    public int retried() {
        int retried = 0;
        for (Step step : steps) {
            boolean again = step.then() == Then.AGAIN;
            retried += again && step.what() != What.HANDLED && step.what() != What.REDRIVEN ? 1 : 0;
        }
        return retried;
    }

    /** How many deliveries failed or were rejected, not counted those that timed out. */
    public int failed() {
        return count(What.FAILED) + count(What.REJECTED);
    }

    /** How many deliveries took longer than the platform allows. */
    public int timedOut() {
        return count(What.TIMED_OUT);
    }

    private int count(What what) {
        int count = 0;
        for (Step step : steps) {
            count += step.what() == what ? 1 : 0;
        }
        return count;
    }

    /** How many messages became dead letters, those among them that have been delivered again since. */
    public int deadLettered() {
        return ended(Then.DEAD_LETTERED);
    }

    /** How many messages are lost: they were given up, and this platform keeps no dead letters of their source. */
    public int dropped() {
        return ended(Then.DROPPED);
    }

    private int ended(Then then) {
        int ended = 0;
        for (Step step : steps) {
            ended += step.then() == then ? 1 : 0;
        }
        return ended;
    }

    /** How many deliveries there were of what the function had handled already, or was handling. */
    public int duplicates() {
        int duplicates = 0;
        for (Step step : steps) {
            duplicates += step.isDuplicate() ? 1 : 0;
        }
        return duplicates;
    }

    /** What a developer should see to, for example work that is left running after the return. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (Step step : steps) {
            if (step.what() == What.WARNING) {
                warnings.add(step.outcome());
            }
        }
        return warnings;
    }

    /** How many steps of each kind there were, for a failed assertion. */
    @Override
    public String toString() {
        Map<What, Integer> counts = new EnumMap<>(What.class);
        for (Step step : steps) {
            counts.merge(step.what(), 1, Integer::sum);
        }
        return counts.toString();
    }
}
