package dev.aloft.local.junit;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.util.Collection;

/** What can be wrong with a test class. */
final class SetupErrors {
    private SetupErrors() {}

    /** Without the setting itself, which may be secret. */
    static AloftException setting(Class<?> testClass, int number) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-150",
                "Setting " + number + " in @AloftTest of " + testClass.getName()
                        + " has no name before an equals sign. Write it as \"NAME=value\".");
    }

    static AloftException noFunction(Class<?> type, Collection<String> others) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-151",
                "@AloftTest names " + type.getName() + ", but the index has no function of that class. It has some of "
                        + others + ". Name one of these, or compile the class with a trigger and Aloft's processor.");
    }

    static AloftException unknownClass(String function, Exception cause) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-151",
                "@AloftTest names classes, but the index does not tell of which class function " + function + " is: "
                        + cause + ". Use @FunctionsUnderTest instead.",
                cause);
    }

    static AloftException registry(Class<?> owner, String fault) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-152",
                "@FunctionsUnderTest of " + owner.getName() + " cannot be used: " + fault + ".");
    }

    static AloftException seed(String text, Exception cause) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-153",
                "aloft.seed is " + text + ". Let it be a whole number, or random for another one at each run.",
                cause);
    }

    static AloftException start(Class<?> testClass, String text, Exception cause) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-154",
                "Time cannot start at " + text + ", as @AloftTest of " + testClass.getName()
                        + " says. Write it as 2026-03-29T00:30:00Z.",
                cause);
    }

    /** A failure of the test, not of its setup. */
    static AssertionError workLeft(Collection<String> places) {
        return new AssertionError("ALOFT-155 A function has returned, but " + places
                + " is still at work. A platform stops it there and then, so it may never end. Let the function wait for it,"
                + " or say @AloftTest(mayLeaveWork = true).");
    }
}
