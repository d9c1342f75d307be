package dev.aloft;

import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * Which messages of a batch failed; all others are done.
 *
 * <p>{@code BatchResult.builder().failed(message, "the index is full").build()} has one message delivered again. Messages are told
 * apart as objects, not by their ids, since an id may stand twice in a batch.
 */
public final class BatchResult {
    private static final BatchResult ALL_HANDLED = new BatchResult(new IdentityHashMap<>());

    private final IdentityHashMap<Message<?>, Exception> failures;

    private BatchResult(IdentityHashMap<Message<?>, Exception> failures) {
        this.failures = failures;
    }

    /** Every message is done. */
    public static BatchResult allHandled() {
        return ALL_HANDLED;
    }

    /** Starts a result in which every message is done unless told otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Why a message failed.
     *
     * @param message one of the batch's messages
     * @return the reason; empty if it is done
     */
    public Optional<Exception> failure(Message<?> message) {
        return Optional.ofNullable(failures.get(message));
    }

    /** How many messages failed. */
    public int failureCount() {
        return failures.size();
    }

    /** How many failed: {@code BatchResult[2 failed]}. */
    @Override
    public String toString() {
        return "BatchResult[" + failures.size() + " failed]";
    }

    /** Collects failures. Not safe for use by several threads at once. */
    public static final class Builder {
        private final IdentityHashMap<Message<?>, Exception> failures = new IdentityHashMap<>();

        private Builder() {}

        /**
         * Has a message delivered again, or rejected.
         *
         * @param message one of the batch's messages, the very object
         * @param reason why; {@link Rejected} and {@link RetryLater} mean here what they mean when thrown
         * @return this builder
         */
        public Builder failed(Message<?> message, Exception reason) {
            failures.put(message, reason);
            return this;
        }

        /**
         * Has a message delivered again.
         *
         * @param message one of the batch's messages, the very object
         * @param reason why, for the log
         * @return this builder
         */
        public Builder failed(Message<?> message, String reason) {
            return failed(message, new IllegalStateException(reason));
        }

        /** The result. */
        public BatchResult build() {
            return failures.isEmpty() ? ALL_HANDLED : new BatchResult(new IdentityHashMap<>(failures));
        }
    }
}
