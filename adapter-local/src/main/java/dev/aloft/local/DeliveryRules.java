package dev.aloft.local;

/**
 * How often and when a message is delivered again.
 *
 * @param attempts how many deliveries a message gets before it is dead-lettered
 * @param batch the most messages delivered together
 * @param firstDelay how long after the first failed attempt the next one is due, in milliseconds; it doubles with each attempt
 * @param longestDelay the most that it becomes
 */
record DeliveryRules(int attempts, int batch, long firstDelay, long longestDelay) {
    static final DeliveryRules DEFAULT = new DeliveryRules(5, 10, 1_000, 4_000);

    DeliveryRules {
        if (attempts < 1) {
            throw new IllegalArgumentException("A message is delivered at least once, not " + attempts + " times.");
        }
    }

    DeliveryRules withAttempts(int most) {
        return new DeliveryRules(most, batch, firstDelay, longestDelay);
    }

    /** How long after a failed attempt the next one is due. */
    long delayAfter(int attempt) {
        long delay = firstDelay;
        for (int i = 1; i < attempt && delay < longestDelay; i++) {
            delay *= 2;
        }
        return Math.min(delay, longestDelay);
    }
}
