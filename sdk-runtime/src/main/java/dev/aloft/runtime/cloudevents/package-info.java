/**
 * CloudEvents over HTTP: a lenient reader of the binary, structured and batched content modes, over the JSON of
 * {@code dev.aloft.runtime.json}.
 */
@NullMarked
package dev.aloft.runtime.cloudevents;

import org.jspecify.annotations.NullMarked;
