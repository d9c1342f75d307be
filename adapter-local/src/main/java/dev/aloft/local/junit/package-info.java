/**
 * Tests of functions with JUnit: {@link dev.aloft.local.junit.AloftTest}. Nothing outside of this package uses it, so an application
 * needs JUnit for its tests alone.
 */
@NullMarked
package dev.aloft.local.junit;

import org.jspecify.annotations.NullMarked;
