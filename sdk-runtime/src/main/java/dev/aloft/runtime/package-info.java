/**
 * What adapters share. {@link dev.aloft.runtime.FunctionRuntime} is the one object an entry point talks to; an adapter hands
 * it a neutral request and an {@link dev.aloft.runtime.Invocation}, and sends what comes back.
 */
@NullMarked
package dev.aloft.runtime;

import org.jspecify.annotations.NullMarked;
