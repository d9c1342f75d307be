/** Functions against Google's own interface. */
@NullMarked
package dev.aloft.benchmarks.google;

import org.jspecify.annotations.NullMarked;
