/** Recordings of invocations: the file format, and what is left out of it. */
@NullMarked
package dev.aloft.local.recording;

import org.jspecify.annotations.NullMarked;
