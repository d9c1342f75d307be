package dev.aloft.runtime;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.spi.Binding;
import dev.aloft.spi.EventBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.SourceNames;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the function for what is not HTTP: the only one, else the one that declares the source. Nothing that a sender controls
 * takes part, and without exactly one match the event is refused, so that the platform keeps it.
 */
final class Selection {
    private final FunctionRegistry registry;
    private final Configuration configuration;

    Selection(FunctionRegistry registry, Configuration configuration) {
        this.registry = registry;
        this.configuration = configuration;
    }

    SelectedFunction select(Origin origin) {
        List<FunctionHandle> functions = registry.functions();
        if (functions.size() == 1) {
            return checked(functions.get(0), origin);
        }
        List<FunctionHandle> fitting = new ArrayList<>(functions.size());
        List<FunctionHandle> declaring = new ArrayList<>(1);
        for (FunctionHandle function : functions) {
            if (origin.fits(function.definition().binding())) {
                fitting.add(function);
                if (origin.isDeclaredBy(function.definition(), configuration)) {
                    declaring.add(function);
                }
            }
        }
        if (declaring.size() == 1) {
            return new SelectedFunction(declaring.get(0));
        }
        if (fitting.isEmpty()) {
            throw nothingFits(origin, functions);
        }
        throw declaring.isEmpty() ? notDeclared(origin, fitting) : ambiguous(origin, declaring);
    }

    /** The function that the platform itself names. */
    SelectedFunction select(String functionName, Origin origin) {
        return checked(registry.require(functionName), origin);
    }

    /** A queue may have any name on the platform, but types of events are the same everywhere. */
    private SelectedFunction checked(FunctionHandle function, Origin origin) {
        Binding binding = function.definition().binding();
        if (origin.fits(binding)
                && (!(binding instanceof EventBinding) || origin.isDeclaredBy(function.definition(), configuration))) {
            return new SelectedFunction(function);
        }
        throw mismatch("Function " + function.name() + " expects " + binding.expects(), origin.described());
    }

    private static AloftException nothingFits(Origin origin, List<FunctionHandle> functions) {
        List<FunctionDefinition> definitions = new ArrayList<>(functions.size());
        for (FunctionHandle function : functions) {
            definitions.add(function.definition());
        }
        return mismatch(expectations(definitions), origin.described());
    }

    /** For example {@code Function ship-order expects queue messages of orders}. */
    static String expectations(List<FunctionDefinition> functions) {
        if (functions.size() == 1) {
            FunctionDefinition only = functions.get(0);
            return "Function " + only.name() + " expects " + only.binding().expects();
        }
        List<String> listed = new ArrayList<>(functions.size());
        for (FunctionDefinition function : functions) {
            listed.add(function.name() + " (" + function.binding().expects() + ")");
        }
        return "The functions expect something else: " + listed + ",";
    }

    static AloftException mismatch(String expectation, String got) {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-204",
                expectation + " but got " + got
                        + ". Bind that source to a function with the trigger for it, or set ALOFT_FUNCTION for this deployment.");
    }

    private AloftException notDeclared(Origin origin, List<FunctionHandle> fitting) {
        List<String> declared = new ArrayList<>(fitting.size());
        for (FunctionHandle function : fitting) {
            declared.add(function.name() + " (" + declared(function) + ")");
        }
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-207",
                "No function declares the source " + origin.described() + ". Declared: " + declared
                        + ". Where the platform's name differs from the trigger's, set ALOFT_SOURCE_<NAME> to the platform's; or"
                        + " set ALOFT_FUNCTION for this deployment.");
    }

    private String declared(FunctionHandle function) {
        if (function.definition().binding() instanceof EventBinding events) {
            return events.expects();
        }
        String source = Configuration.logicalSource(function.definition());
        String name = configuration.source(source);
        return name.equals(source) ? name : name + " by " + SourceNames.setting(source);
    }

    private static AloftException ambiguous(Origin origin, List<FunctionHandle> declaring) {
        List<String> names = new ArrayList<>(declaring.size());
        for (FunctionHandle function : declaring) {
            names.add(function.name());
        }
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-208",
                "Several functions declare the source " + origin.described() + ": " + names
                        + ". Deploy them one by one, each with ALOFT_FUNCTION and a subscription of its own.");
    }
}
