package dev.aloft.local.junit;

import dev.aloft.local.engine.Timeline;
import dev.aloft.local.engine.Timeline.Step;
import dev.aloft.local.engine.Timeline.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a timeline has that a handler may not have reckoned with, in words, since a long table hides it. */
final class Clues {
    private static final String WORK_LEFT = "WARNING work is left running after the return: ";

    private final List<Step> steps;

    private Clues(List<Step> steps) {
        this.steps = steps;
    }

    static Clues of(Timeline timeline) {
        return new Clues(timeline.steps());
    }

    /** An invocation, which may be of several messages. */
    private record Run(String instance, long start, long end) {
        static Run of(Step step) {
            String instance = step.instance().substring(0, step.instance().indexOf(' '));
            return new Run(instance, step.time() - milliseconds(step.took()), step.time());
        }

        /** As the timeline writes a length of time: {@code 915 ms} or {@code 3 s}. */
        private static long milliseconds(String took) {
            long number = Long.parseLong(took.substring(0, took.indexOf(' ')));
            return took.endsWith(" ms") ? number : number * 1_000;
        }
    }

    /** Which function left work and where, as {@code send-mail: Mails.send}, each time that it did. */
    List<String> workLeft() {
        List<String> places = new ArrayList<>();
        for (Step step : steps) {
            if (step.what() == What.WARNING) {
                places.add(step.function() + ": " + step.outcome().replace(WORK_LEFT, ""));
            }
        }
        return places;
    }

    /** A line for each clue; empty if there is none. */
    String text() {
        List<String> clues = new ArrayList<>();
        for (Map.Entry<String, List<Step>> function : byFunction().entrySet()) {
            describe(function.getKey(), function.getValue(), clues);
        }
        return clues.isEmpty() ? "" : "What to look at:\n- " + String.join("\n- ", clues) + "\n";
    }

    private Map<String, List<Step>> byFunction() {
        Map<String, List<Step>> functions = new LinkedHashMap<>();
        for (Step step : steps) {
            if (!step.function().isEmpty()) {
                functions
                        .computeIfAbsent(step.function(), name -> new ArrayList<>())
                        .add(step);
            }
        }
        return functions;
    }

    private void describe(String function, List<Step> own, List<String> clues) {
        Set<String> again = messages(own, Step::isDuplicate);
        if (!again.isEmpty()) {
            clues.add(function + " got again what it had handled, or was handling: " + some(again));
        }
        String order = order(own);
        if (order != null) {
            clues.add(function + " handled " + order);
        }
        Set<Run> runs = runs(own);
        int atOnce = atOnce(runs);
        if (atOnce > 1) {
            clues.add(function + " ran " + atOnce + " times at once" + inOneInstance(runs, atOnce));
        }
        Set<String> slow = messages(own, step -> step.what() == What.TIMED_OUT || step.what() == What.OUTLASTED);
        if (!slow.isEmpty()) {
            clues.add(function + " took longer than the platform waits: " + some(slow));
        }
        if (!messages(own, step -> step.what() == What.WARNING).isEmpty()) {
            clues.add(function + " left work running after its return");
        }
    }

    private static Set<String> messages(List<Step> own, Predicate<Step> wanted) {
        Set<String> messages = new LinkedHashSet<>();
        for (Step step : own) {
            if (wanted.test(step)) {
                messages.add(step.message());
            }
        }
        return messages;
    }

    private static String some(Set<String> messages) {
        List<String> first = messages.stream().limit(5).toList();
        int more = messages.size() - first.size();
        return String.join(", ", first) + (more == 0 ? "" : " and " + more + " more");
    }

    /** The first two messages that a function handled in another order than they were sent in; null if there are none. */
    private @Nullable String order(List<Step> own) {
        Map<String, Integer> sent = new HashMap<>();
        for (Step step : steps) {
            if (step.what() == What.SENT) {
                sent.putIfAbsent(step.source() + " " + step.message(), sent.size());
            }
        }
        String last = "";
        int latest = -1;
        for (Step step : own) {
            Integer place = sent.get(step.source() + " " + step.message());
            if (step.what() == What.HANDLED && place != null && !step.isDuplicate()) {
                if (place < latest) {
                    return last + " before " + step.message() + ", which was sent first";
                }
                latest = place;
                last = step.message();
            }
        }
        return null;
    }

    /** Those that delivered something. */
    private static Set<Run> runs(List<Step> own) {
        Set<Run> runs = new LinkedHashSet<>();
        for (Step step : own) {
            if (!step.took().isEmpty() && !step.attempt().isEmpty()) {
                runs.add(Run.of(step));
            }
        }
        return runs;
    }

    /** How many went on at the same time at most. */
    private static int atOnce(Set<Run> runs) {
        long[] starts = runs.stream().mapToLong(Run::start).sorted().toArray();
        long[] ends = runs.stream().mapToLong(Run::end).sorted().toArray();
        int most = 0;
        int ended = 0;
        for (int started = 0; started < starts.length; started++) {
            while (ends[ended] <= starts[started] && ended < started) {
                ended++;
            }
            most = Math.max(most, started + 1 - ended);
        }
        return most;
    }

    private static String inOneInstance(Set<Run> runs, int atOnce) {
        Map<String, Set<Run>> instances = new HashMap<>();
        for (Run run : runs) {
            instances
                    .computeIfAbsent(run.instance, name -> new LinkedHashSet<>())
                    .add(run);
        }
        int most = 0;
        for (Set<Run> instance : instances.values()) {
            most = Math.max(most, atOnce(instance));
        }
        if (most < 2) {
            return "";
        }
        return (most == atOnce ? "" : ", up to " + most + " times") + " in one instance, so with the same fields";
    }
}
