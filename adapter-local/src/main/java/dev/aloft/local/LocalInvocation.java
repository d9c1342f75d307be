package dev.aloft.local;

import dev.aloft.runtime.Invocation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One invocation on this machine, with the developer's console as its log. It has no deadline unless it is given one, since a breakpoint
 * may take as long as it likes.
 */
final class LocalInvocation implements Invocation {
    private final String id;
    private final Console console;
    private final int attempt;
    private String functionName = "";
    private boolean coldStart;
    private @Nullable StringBuilder log;
    private long micros = -1;
    private long start;
    private long timeout;
    private long began;

    /**
     * @param id its id
     * @param attempt which delivery of one message it is; 0 if there are several
     */
    LocalInvocation(String id, Console console, int attempt) {
        this.id = id;
        this.console = console;
        this.attempt = attempt;
    }

    @Override
    public String id() {
        return id;
    }

    /** Gives it a time from now on, whatever time it is for the functions. */
    void limit(long now, long millis) {
        start = now;
        timeout = millis;
        began = System.nanoTime();
    }

    @Override
    public @Nullable Instant deadline() {
        return timeout == 0 ? null : Instant.ofEpochMilli(start + timeout);
    }

    /** Time that stands still for the functions goes on for one that waits for its deadline. */
    @Override
    public long now() {
        return timeout == 0 ? System.currentTimeMillis() : start + (System.nanoTime() - began) / 1_000_000;
    }

    @Override
    public long memoryLimit() {
        return Runtime.getRuntime().maxMemory();
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public void begins(String name, boolean isColdStart) {
        functionName = name;
        coldStart = isColdStart;
        console.begins(this);
    }

    /** The function that was called; empty if none was. */
    Console console() {
        return console;
    }

    String functionName() {
        return functionName;
    }

    boolean isColdStart() {
        return coldStart;
    }

    @Override
    public void log(System.Logger.Level level, String text) {
        console.failed(level, text);
        console.journal().log(this, level + " " + text + "\n");
    }

    /** Adds to what it logged as far as there is room. Its journal guards it. */
    void append(String text, int most) {
        StringBuilder own = log == null ? new StringBuilder() : log;
        int room = most - own.length();
        own.append(text, 0, Math.min(text.length(), Math.max(room, 0)));
        if (room >= 0 && text.length() > room) {
            own.append("\n(The rest is left out.)");
        }
        log = own;
    }

    /** What it logged and printed; empty if nothing. */
    String logged() {
        return log == null ? "" : log.toString();
    }

    void ended(long nanos) {
        micros = nanos / 1_000;
    }

    /** How long it took; -1 if that is not known. */
    long micros() {
        return micros;
    }
}
