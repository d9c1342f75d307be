/** Aloft's functions for messages, with an index of their own: the application for HTTP must not care that they are there. */
@NullMarked
package dev.aloft.benchmarks.messages;

import org.jspecify.annotations.NullMarked;
