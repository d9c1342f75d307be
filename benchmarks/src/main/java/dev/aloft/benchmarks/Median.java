package dev.aloft.benchmarks;

import java.util.Arrays;
import java.util.List;

/** The middle of several measurements, with the range around it. */
record Median(double middle, double least, double most) {

    static Median of(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        double middle = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Median(middle, Arrays.stream(sorted).min().orElseThrow(), sorted[sorted.length - 1]);
    }

    String text(String format) {
        return String.format(format + " (" + format + "…" + format + ")", middle, least, most);
    }
}
