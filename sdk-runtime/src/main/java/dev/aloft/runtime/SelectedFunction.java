package dev.aloft.runtime;

import dev.aloft.spi.Binding;
import org.jspecify.annotations.Nullable;

/** The function that was chosen for an event, before the event's content is read; equal if it is the same one. */
public final class SelectedFunction {
    private final FunctionHandle handle;

    SelectedFunction(FunctionHandle handle) {
        this.handle = handle;
    }

    /** The function's name, for example {@code ship-order}. */
    public String name() {
        return handle.name();
    }

    /** What it is bound to. */
    public Binding binding() {
        return handle.definition().binding();
    }

    FunctionHandle handle() {
        return handle;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SelectedFunction that && that.handle == handle;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(handle);
    }
}
