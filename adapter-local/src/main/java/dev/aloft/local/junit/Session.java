package dev.aloft.local.junit;

import dev.aloft.local.LocalFunctions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The functions of one test, and what was printed meanwhile. JUnit keeps it with whatever asked for it first, a test or a class, and
 * gives it to all that is within.
 */
final class Session implements AutoCloseable {
    static final Namespace NAMESPACE = Namespace.create(AloftTest.class);

    private final Setup setup;
    private final Chance chance;
    private final ExtensionContext context;
    private final StandardStreams streams;
    private final CapturedOutput output = new CapturedOutput();
    private @Nullable LocalFunctions functions;
    private boolean starting;
    private int shown;
    private int warned;

    private Session(Setup setup, ExtensionContext context) {
        this.setup = setup;
        this.chance = Chance.of(setup, context);
        this.context = context;
        this.streams = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(StandardStreams.class, key -> new StandardStreams(), StandardStreams.class);
    }

    static Session of(ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Setup.of(context), setup -> new Session(setup, context), Session.class);
    }

    /** What is there already; null if nothing has asked for it. */
    static @Nullable Session find(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(Setup.of(context), Session.class);
    }

    /** Started when they are first asked for, since a registry may be a field of a test class that is yet to be made. */
    synchronized LocalFunctions functions() {
        LocalFunctions started = functions;
        if (started == null) {
            if (starting) {
                throw SetupErrors.registry(
                        context.getRequiredTestClass(),
                        "it asks for the functions that it is to give, or for their time. Use the clock in a handler");
            }
            starting = true;
            try {
                started = chance.decides(setup.start(context));
                functions = started;
            } finally {
                starting = false;
            }
        }
        return started;
    }

    Instant now() {
        return functions().now();
    }

    CapturedOutput output() {
        return output;
    }

    StandardStreams streams() {
        return streams;
    }

    /** What makes a test fail that has passed: work left running since this was last asked for. */
    synchronized @Nullable AssertionError workLeft() {
        LocalFunctions started = functions;
        if (started == null || setup.mayLeaveWork()) {
            return null;
        }
        List<String> places = Clues.of(started.timeline()).workLeft();
        List<String> unknown = places.subList(Math.min(warned, places.size()), places.size());
        warned = places.size();
        return unknown.isEmpty() ? null : SetupErrors.workLeft(unknown);
    }

    /** What a failed test shows; empty if there is nothing. What matters most is at the end, where a console stops. */
    synchronized String report(ExtensionContext failed) {
        String test =
                failed.getTestClass().orElseGet(context::getRequiredTestClass).getName() + " "
                        + failed.getDisplayName();
        String printed = output.text();
        shown = printed.length();
        String happened = timeline();
        if (happened.isEmpty() && printed.isEmpty()) {
            return "";
        }
        return test + " has failed.\n"
                + (printed.isEmpty() ? "" : "Printed meanwhile:\n" + ended(printed))
                + happened
                + (happened.isEmpty() ? "" : chance.again());
    }

    /** What happened to messages and events; empty if there were none. */
    private String timeline() {
        LocalFunctions started = functions;
        return started == null || started.timeline().steps().isEmpty()
                ? ""
                : ended(started.timeline().text())
                        + Clues.of(started.timeline()).text();
    }

    /** What has been printed since this was last asked for. */
    synchronized String unshown() {
        String printed = output.text();
        String text = printed.substring(shown);
        shown = printed.length();
        return text;
    }

    private static String ended(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }

    @Override
    public void close() {
        output.close();
    }
}
