/** Aloft's functions. */
@NullMarked
package dev.aloft.benchmarks.functions;

import org.jspecify.annotations.NullMarked;
