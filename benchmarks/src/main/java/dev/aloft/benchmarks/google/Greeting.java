package dev.aloft.benchmarks.google;

/** The answer. */
public record Greeting(String greeting) {}
