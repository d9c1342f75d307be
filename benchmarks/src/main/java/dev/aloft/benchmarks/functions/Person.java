package dev.aloft.benchmarks.functions;

/** Who is greeted. */
public record Person(String name) {}
