/** A small strict reader and writer for the JSON that platforms wrap events in. */
@NullMarked
package dev.aloft.runtime.json;

import org.jspecify.annotations.NullMarked;
