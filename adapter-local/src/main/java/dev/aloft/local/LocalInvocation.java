package dev.aloft.local;

import dev.aloft.runtime.Invocation;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One invocation on this machine: an id of its own, and the developer's console as its log. It has no deadline, since a breakpoint may
 * take as long as it likes.
 */
final class LocalInvocation implements Invocation {
    /** Ids tell processes apart by the time of their start; a random id would load a cryptographic provider first. */
    private static final String PROCESS = Long.toString(System.currentTimeMillis(), 36);

    private static final AtomicLong COUNT = new AtomicLong();

    private final String id = newId();
    private final Console console;
    private final int attempt;
    private String functionName = "";
    private boolean coldStart;

    LocalInvocation(Console console) {
        this(console, 0);
    }

    /** The delivery of one message for the given time; 0 if there are several. */
    LocalInvocation(Console console, int attempt) {
        this.console = console;
        this.attempt = attempt;
    }

    /** An id that no other invocation or message has, also not of an earlier process. */
    static String newId() {
        return PROCESS + "-" + COUNT.incrementAndGet();
    }

    @Override
    public String id() {
        return id;
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
    }

    /** The function that was called; empty if none was. */
    String functionName() {
        return functionName;
    }

    boolean isColdStart() {
        return coldStart;
    }

    @Override
    public void log(System.Logger.Level level, String text) {
        console.failed(level, text);
    }
}
