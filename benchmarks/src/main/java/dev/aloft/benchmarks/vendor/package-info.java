/** The Lambda handler as the vendor's documentation shows it. */
@NullMarked
package dev.aloft.benchmarks.vendor;

import org.jspecify.annotations.NullMarked;
