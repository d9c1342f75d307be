package dev.aloft.runtime;

import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions that this deployment serves: all of the application, or the one that a setting selects. */
final class FunctionRegistry {
    private final List<FunctionHandle> functions;

    private FunctionRegistry(List<FunctionHandle> functions) {
        this.functions = functions;
    }

    static FunctionRegistry of(
            List<FunctionIndex> indexes, @Nullable HandlerFactory factory, @Nullable String selected) {
        List<FunctionHandle> all = new ArrayList<>();
        for (FunctionIndex index : indexes) {
            for (FunctionDefinition definition : index.functions()) {
                requireNewName(all, definition.name());
                all.add(new FunctionHandle(definition, index, factory));
            }
        }
        FunctionRegistry registry = new FunctionRegistry(all);
        return selected == null ? registry : new FunctionRegistry(List.of(registry.require(selected)));
    }

    private static void requireNewName(List<FunctionHandle> functions, String name) {
        for (FunctionHandle function : functions) {
            if (function.name().equalsIgnoreCase(name)) {
                throw StartErrors.duplicateName(name);
            }
        }
    }

    List<FunctionHandle> functions() {
        return functions;
    }

    FunctionHandle require(String name) {
        FunctionHandle function = find(name);
        if (function == null) {
            throw StartErrors.unknownFunction(name, names());
        }
        return function;
    }

    /** The one function of that name; all if there is none. */
    FunctionRegistry narrowedTo(String name) {
        FunctionHandle function = find(name);
        return function == null ? this : new FunctionRegistry(List.of(function));
    }

    private @Nullable FunctionHandle find(String name) {
        for (FunctionHandle function : functions) {
            if (function.name().equalsIgnoreCase(name)) {
                return function;
            }
        }
        return null;
    }

    List<String> names() {
        List<String> names = new ArrayList<>(functions.size());
        for (FunctionHandle function : functions) {
            names.add(function.name());
        }
        return names;
    }
}
