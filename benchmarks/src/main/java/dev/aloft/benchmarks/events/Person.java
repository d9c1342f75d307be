package dev.aloft.benchmarks.events;

/** Who was greeted. */
public record Person(String name) {}
