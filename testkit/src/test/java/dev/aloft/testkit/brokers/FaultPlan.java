package dev.aloft.testkit.brokers;

/**
 * What happens to each message at each attempt, by the seed alone: no order of threads can change it.
 *
 * @param seed the run's seed
 * @param poisonPer100k how many of 100,000 messages never succeed
 * @param stopsPer100k how many of 100,000 attempts end the whole invocation, by the time limit or for want of memory
 */
record FaultPlan(long seed, int poisonPer100k, int stopsPer100k) {
    /** From here on a message without poison is handled, so that every run ends. */
    private static final int LAST_FAILING_ATTEMPT = 3;

    Conduct conduct(int message, int attempt) {
        if (attempt > LAST_FAILING_ATTEMPT && !isPoison(message)) {
            return Conduct.HANDLE;
        }
        int draw = draw(message, attempt, 100_000);
        if (draw < stopsPer100k) {
            return draw % 2 == 0 ? Conduct.TIME_OUT : Conduct.RUN_OUT_OF_MEMORY;
        }
        return isPoison(message) ? failing(draw) : unsteady(draw);
    }

    boolean isPoison(int message) {
        return draw(message, 0, 100_000) < poisonPer100k;
    }

    private static Conduct failing(int draw) {
        return draw % 2 == 0 ? Conduct.THROW : Conduct.THROW_ERROR;
    }

    private static Conduct unsteady(int draw) {
        if (draw < 84_000) {
            return Conduct.HANDLE;
        }
        if (draw < 89_000) {
            return Conduct.THROW;
        }
        if (draw < 92_000) {
            return Conduct.THROW_CHECKED;
        }
        if (draw < 94_500) {
            return Conduct.THROW_ERROR;
        }
        return draw < 97_000 ? Conduct.REJECT : Conduct.RETRY_LATER;
    }

    private int draw(int message, int attempt, int bound) {
        return (int) Long.remainderUnsigned(mixed(seed + mixed(message * 1_000_003L + attempt)), bound);
    }

    /** The finaliser of SplitMix64. */
    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
