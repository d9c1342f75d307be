package dev.aloft.testkit.brokers;

import org.jspecify.annotations.Nullable;

/**
 * What the platform sees of an invocation.
 *
 * @param reply what the function returned; empty if nothing
 * @param status the HTTP status where the platform goes by it, else 0
 * @param failure what it threw
 */
record Answer(byte[] reply, int status, @Nullable Throwable failure) {
    private static final byte[] NOTHING = {};

    static Answer returned(byte[] reply) {
        return new Answer(reply, 0, null);
    }

    static Answer returned() {
        return returned(NOTHING);
    }

    static Answer status(int status) {
        return new Answer(NOTHING, status, null);
    }

    static Answer threw(Throwable failure) {
        return new Answer(NOTHING, 0, failure);
    }

    /** Azure: an invocation without a failure is done. Google: a status 2xx is. */
    boolean isSuccess() {
        return failure == null && (status == 0 || status / 100 == 2);
    }
}
