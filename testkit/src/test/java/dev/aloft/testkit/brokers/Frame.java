package dev.aloft.testkit.brokers;

/**
 * One invocation.
 *
 * @param number counts from 1
 * @param deadline when the platform stops it, in virtual time
 * @param remainingMillis what the platform tells the function of the time that is left
 */
record Frame(int number, long deadline, int remainingMillis) {
    private static final String PREFIX = "invocation-";

    String id() {
        return PREFIX + number;
    }

    static int numberOf(String id) {
        return Integer.parseInt(id.substring(PREFIX.length()));
    }
}
