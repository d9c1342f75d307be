package dev.aloft.benchmarks.google;

/** Who is greeted. */
public record Person(String name) {}
