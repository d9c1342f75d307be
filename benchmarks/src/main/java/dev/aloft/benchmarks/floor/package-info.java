/** The Lambda handler that does nothing. */
@NullMarked
package dev.aloft.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
