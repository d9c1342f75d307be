package dev.aloft.local;

/**
 * What the JDK's server must be told before its classes load.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/api/jdk.httpserver/module-summary.html">jdk.httpserver</a>
 */
final class ServerLimits {
    static final int MAX_BODY = 10 * 1024 * 1024;

    private ServerLimits() {}

    static void apply() {
        // Without it, JDK 17 waits 40 ms for the client's acknowledgement before the body of an answer.
        set("sun.net.httpserver.nodelay", "true");
        set("sun.net.httpserver.maxReqTime", "8");
        set("sun.net.httpserver.maxReqHeaders", "100");
        set("sun.net.httpserver.idleInterval", "30");
    }

    private static void set(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
