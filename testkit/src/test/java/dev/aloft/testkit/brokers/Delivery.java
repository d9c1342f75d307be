package dev.aloft.testkit.brokers;

/**
 * One message on its way to the function.
 *
 * @param message which
 * @param attempt how often the platform has handed it over, with this time
 */
record Delivery(int message, int attempt) {
    /** What the handler gets as payload. */
    String payload() {
        return payload(message);
    }

    static String payload(int message) {
        return "message " + message;
    }

    static int message(String payload) {
        return Integer.parseInt(payload.substring("message ".length()));
    }
}
