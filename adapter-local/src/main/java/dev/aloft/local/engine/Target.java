package dev.aloft.local.engine;

import java.util.List;

/** The handler of one instance, as the engine calls it; several threads may do so at once. */
@FunctionalInterface
public interface Target {
    /**
     * Handles what is delivered together.
     *
     * @param call the invocation, with its messages
     * @return what became of each, in the same order
     * @throws Throwable if the invocation failed as a whole
     */
    List<Outcome> invoke(Call call) throws Throwable;
}
