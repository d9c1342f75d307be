package dev.aloft.runtime;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an application cannot start; the platform reports each as its initialisation error. */
final class StartErrors {
    private StartErrors() {}

    static AloftException noIndex() {
        return error(
                "ALOFT-101",
                "No functions were found: there is no " + IndexLoader.RESOURCE
                        + " on the class path. Let the annotation"
                        + " processor dev.aloft:aloft-processor run when the application is compiled, or name a FunctionIndex"
                        + " in ALOFT_INDEX.",
                null);
    }

    static AloftException unreadableIndex(Throwable cause) {
        return error("ALOFT-101", "The file " + IndexLoader.RESOURCE + " cannot be read.", cause);
    }

    static AloftException unknownFunction(String name, List<String> available) {
        return error(
                "ALOFT-102",
                "No function named " + name + ". Available: " + available
                        + ". Set ALOFT_FUNCTION to one of them, or remove it" + " to serve all.",
                null);
    }

    static AloftException notCreated(String className, String type, Throwable cause) {
        return error(
                "ALOFT-109",
                "The class " + className + " cannot be used as " + type + " ("
                        + cause.getClass().getSimpleName()
                        + "). It must be on the class path, public, of that type, and have a public constructor without"
                        + " parameters that succeeds.",
                cause);
    }

    static AloftException duplicateName(String name) {
        return error(
                "ALOFT-110",
                "Two functions have the name " + name + " (names compare without case). Give one of them another with"
                        + " @FunctionName.",
                null);
    }

    static AloftException duplicateRoute(String first, String second, String method, String route) {
        return error(
                "ALOFT-111",
                "The functions " + first + " and " + second + " both answer " + method + " " + route
                        + ". Change the method or the path of one of them.",
                null);
    }

    static AloftException badNumber(String setting, int least, int most) {
        return error(
                "ALOFT-116",
                "The setting " + setting + " is not a whole number from " + least + " to " + most
                        + ". Change it, or remove it.",
                null);
    }

    private static AloftException error(String code, String message, @Nullable Throwable cause) {
        return new AloftException(Kind.CONFIGURATION, code, message, cause);
    }
}
