/** The Lambda handler without event classes. */
@NullMarked
package dev.aloft.benchmarks.stream;

import org.jspecify.annotations.NullMarked;
