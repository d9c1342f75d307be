/**
 * Measures what a function costs on the clouds' own runtimes, from the start of a process to its first answer and per call,
 * against the vendors' own way. The packages below hold what is measured.
 */
@NullMarked
package dev.aloft.benchmarks;

import org.jspecify.annotations.NullMarked;
