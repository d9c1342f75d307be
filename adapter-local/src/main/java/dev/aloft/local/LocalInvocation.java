package dev.aloft.local;

import dev.aloft.runtime.Invocation;

/**
 * One invocation on this machine, with the developer's console as its log. It has no deadline, since a breakpoint may take as long as it
 * likes.
 */
final class LocalInvocation implements Invocation {
    private final String id;
    private final Console console;
    private final int attempt;
    private String functionName = "";
    private boolean coldStart;

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
    }
}
