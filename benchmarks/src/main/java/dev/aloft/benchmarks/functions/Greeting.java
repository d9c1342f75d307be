package dev.aloft.benchmarks.functions;

/** The answer. */
public record Greeting(String greeting) {}
