/** Aloft's functions for events, with an index of their own: the application for HTTP must not care that they are there. */
@NullMarked
package dev.aloft.benchmarks.events;

import org.jspecify.annotations.NullMarked;
