/** Measures what a function costs on the real Lambda Java runtime: cold start and warm calls, paired, against the vendor's own way. */
@NullMarked
package dev.aloft.benchmarks;

import org.jspecify.annotations.NullMarked;
