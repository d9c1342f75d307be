/**
 * Plays the part of a platform that delivers messages and events: when, how often, together with what, to which instance. It knows no
 * wire and no file, its time is virtual, and chance is decided by a seed, so that a run can be repeated.
 */
@NullMarked
package dev.aloft.local.engine;

import org.jspecify.annotations.NullMarked;
