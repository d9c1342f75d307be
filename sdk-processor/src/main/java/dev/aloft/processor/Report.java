package dev.aloft.processor;

import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/** Shows errors and warnings in the compiler's own way, so that editors and build tools lead to the place. */
final class Report {
    private final Messager messager;
    private boolean failed;

    Report(Messager messager) {
        this.messager = messager;
    }

    void error(String message, Place place) {
        failed = true;
        messager.printMessage(Kind.ERROR, message, place.element(), place.annotation(), place.value());
    }

    /** An error that no line of the source has caused. */
    void error(String message) {
        failed = true;
        messager.printMessage(Kind.ERROR, message);
    }

    void warning(String message, Place place) {
        messager.printMessage(Kind.WARNING, message, place.element(), place.annotation(), place.value());
    }

    boolean failed() {
        return failed;
    }
}
