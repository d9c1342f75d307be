package dev.aloft.benchmarks.vendor;

/** The answer. */
public record Greeting(String greeting) {}
