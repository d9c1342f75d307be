package dev.aloft.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/** The values of one contestant, one per round. */
final class Series {
    private final List<Double> values = new ArrayList<>();

    static Series of(double... values) {
        Series series = new Series();
        for (double value : values) {
            series.add(value);
        }
        return series;
    }

    void add(double value) {
        values.add(value);
    }

    /** The ratios within the rounds: a slow moment of the machine hits both sides. */
    Series over(Series other) {
        return paired(other, (own, others) -> own / others);
    }

    /** The differences within the rounds. */
    Series minus(Series other) {
        return paired(other, (own, others) -> own - others);
    }

    private Series paired(Series other, DoubleBinaryOperator operator) {
        if (other.values.size() != values.size()) {
            throw new IllegalArgumentException("The rounds differ: " + values.size() + " and " + other.values.size());
        }
        Series result = new Series();
        for (int round = 0; round < values.size(); round++) {
            result.add(operator.applyAsDouble(values.get(round), other.values.get(round)));
        }
        return result;
    }

    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** The median, for example {@code 0.23} for the format {@code %.2f}. */
    String middle(String format) {
        return String.format(Locale.ROOT, format, median());
    }

    /** The median with the least and the greatest value, for example {@code 0.23 (0.21..0.26)}. */
    String range(String format) {
        double least = values.stream().min(Double::compare).orElseThrow();
        double greatest = values.stream().max(Double::compare).orElseThrow();
        return String.format(Locale.ROOT, format + " (" + format + ".." + format + ")", median(), least, greatest);
    }
}
