package dev.aloft.local.junit;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** A standard stream that belongs to the test that prints; text goes on as text, since each stream has an encoding of its own. */
final class RoutedStream extends PrintStream {
    private final PrintStream original;
    private final StandardStreams streams;

    RoutedStream(PrintStream original, StandardStreams streams) {
        super(original, true);
        this.original = original;
        this.streams = streams;
    }

    private PrintStream target() {
        CapturedOutput output = streams.current();
        return output == null ? original : output.stream();
    }

    @Override
    public void print(@Nullable String text) {
        target().print(text);
    }

    @Override
    public void print(char character) {
        target().print(character);
    }

    @Override
    public void print(char[] text) {
        target().print(text);
    }

    @Override
    public void write(int oneByte) {
        target().write(oneByte);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        target().write(bytes, offset, length);
    }

    @Override
    public void flush() {
        target().flush();
    }

    @Override
    public boolean checkError() {
        return target().checkError();
    }

    /** The stream is the process's. */
    @Override
    public void close() {
        flush();
    }
}
