package dev.aloft.local;

/** A handler's failure without a stack trace, so that tests with thousands of failures keep their output short. */
final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Busy(String text) {
        super(text, null, false, false);
    }
}
