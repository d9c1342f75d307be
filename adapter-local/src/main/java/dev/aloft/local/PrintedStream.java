package dev.aloft.local;

import java.io.PrintStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** A standard stream of which the journal hears; text goes on as text, since each stream has an encoding of its own. */
final class PrintedStream extends PrintStream {
    private final PrintStream original;
    private final Journal journal;

    PrintedStream(PrintStream original, Journal journal) {
        super(original, true);
        this.original = original;
        this.journal = journal;
    }

    PrintStream original() {
        return original;
    }

    @Override
    public void print(@Nullable String text) {
        original.print(text);
        journal.printed(String.valueOf(text));
    }

    @Override
    public void print(char character) {
        print(String.valueOf(character));
    }

    @Override
    public void print(char[] text) {
        print(new String(text));
    }

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        original.write(bytes, offset, length);
        journal.printed(new String(bytes, offset, length, Charset.defaultCharset()));
    }

    @Override
    public void flush() {
        original.flush();
    }

    @Override
    public boolean checkError() {
        return original.checkError();
    }

    /** The stream is the process's. */
    @Override
    public void close() {
        flush();
    }
}
