/**
 * Runs functions on the developer's own machine: in process for unit tests, and as a server by {@code java -jar app.jar}.
 */
@NullMarked
package dev.aloft.local;

import org.jspecify.annotations.NullMarked;
