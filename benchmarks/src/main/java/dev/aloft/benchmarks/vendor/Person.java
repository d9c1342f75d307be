package dev.aloft.benchmarks.vendor;

/** Who is greeted. */
public record Person(String name) {}
