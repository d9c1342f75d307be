package dev.aloft.local.engine;

/**
 * Chance by a seed. The same question has the same answer whatever else is asked, so one more message does not reshuffle the others.
 *
 * @param seed what everything follows from
 */
record Dice(long seed) {
    /** What a question is about; each has answers of its own. */
    static final int TWIN = 1;

    static final int LOST = 2;
    static final int BATCH = 3;
    static final int RANK = 4;
    static final int DURATION = 5;
    static final int INSTANCE = 6;

    /** The seed as ids have it. */
    String name() {
        return Long.toUnsignedString(seed, 36);
    }

    /** Dice of a source's or function's own. */
    Dice of(String name) {
        long own = seed;
        for (int i = 0; i < name.length(); i++) {
            own = mix(own + name.charAt(i));
        }
        return new Dice(own);
    }

    /**
     * A number from 0 to one below the sides.
     *
     * @param question what it is about
     * @param a which message, or which delivery
     * @param b which attempt, or another number that tells the question from others
     */
    int roll(int sides, int question, long a, long b) {
        return (int) Long.remainderUnsigned(mix(mix(mix(seed + question) + a) + b), sides);
    }

    boolean chance(int percent, int question, long a, long b) {
        return percent > 0 && roll(100, question, a, b) < percent;
    }

    /** How long an invocation takes by itself, of a number of milliseconds at most. */
    long duration(int most, long sequence, int attempt) {
        return most == 0 ? 0 : 1L + roll(most, DURATION, sequence, attempt);
    }

    /** As SplittableRandom does it: the step of Weyl's sequence, then two rounds of shift and multiply. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
