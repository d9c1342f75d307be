/** Counts allocated bytes inside of a Lambda function. */
@NullMarked
package dev.aloft.benchmarks.probe;

import org.jspecify.annotations.NullMarked;
