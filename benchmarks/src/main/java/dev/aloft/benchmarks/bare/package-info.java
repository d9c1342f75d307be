/** A server without any framework. */
@NullMarked
package dev.aloft.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
