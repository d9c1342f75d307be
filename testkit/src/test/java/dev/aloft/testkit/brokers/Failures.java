package dev.aloft.testkit.brokers;

import dev.aloft.Rejected;
import dev.aloft.RetryLater;
import java.time.Duration;

/** What handlers throw here: without stack traces, since a run throws a hundred thousand of them. */
final class Failures {
    private Failures() {}

    static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Thrown(int message) {
            super("cannot handle " + message, null, false, false);
        }
    }

    static final class Checked extends Exception {
        private static final long serialVersionUID = 1L;

        Checked(int message) {
            super("cannot handle " + message, null, false, false);
        }
    }

    static final class Broken extends Error {
        private static final long serialVersionUID = 1L;

        Broken(int message) {
            super("broken at " + message, null, false, false);
        }
    }

    /** What the platform has stopped does nothing any more. */
    static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("the platform has stopped the function", null, false, false);
        }
    }

    static final class OutOfMemory extends OutOfMemoryError {
        private static final long serialVersionUID = 1L;

        OutOfMemory(int message) {
            super("no memory for " + message);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    static final class Refused extends Rejected {
        private static final long serialVersionUID = 1L;

        Refused(int message) {
            super(RejectionLog.REASON + message);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    static final class Later extends RetryLater {
        private static final long serialVersionUID = 1L;

        Later(int message) {
            super(Duration.ofSeconds(1 + message % 90), "not yet " + message);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
