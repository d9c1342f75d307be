package dev.aloft.benchmarks;

/** One measured run; what was not measured is zero. */
record Sample(double cpuMillis, double wallMillis, double residentMegabytes) {}
