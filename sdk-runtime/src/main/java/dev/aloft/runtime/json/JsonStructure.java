package dev.aloft.runtime.json;

import java.util.Arrays;

/** Which objects and arrays are open around the scanner's position, and so what may come next. */
final class JsonStructure {
    private static final int DEPTH_LIMIT = 200;
    private static final int ARRAY = -1;

    /** States: an object or array has just begun; a value has ended in one; a name, a value, or the end must come. */
    private static final int FIRST = 0;

    private static final int NEXT = 1;
    private static final int NAME = 2;
    private static final int VALUE = 3;
    private static final int END = 4;

    private final JsonScanner scanner;
    private final NameSet names;

    /** For each open object the number of its first name, for each open array -1. */
    private int[] levels = new int[16];

    private int depth;
    private int state = VALUE;

    JsonStructure(JsonScanner scanner, NameSet names) {
        this.scanner = scanner;
        this.names = names;
    }

    /** Goes to the next value and gives its first byte, or -1 at the end. */
    int value() {
        if (state != VALUE) {
            check(depth > 0 && !inObject(), "Reading a value");
            if (!hasNext()) {
                throw scanner.expected("a value");
            }
        }
        return scanner.peek();
    }

    /** Enters the value that is next, and an object or array. */
    void enter(boolean object) {
        if (depth == DEPTH_LIMIT) {
            throw scanner.expected("at most " + DEPTH_LIMIT + " objects and arrays in one another");
        }
        if (depth == levels.length) {
            levels = Arrays.copyOf(levels, DEPTH_LIMIT);
        }
        scanner.advance();
        levels[depth++] = object ? names.size() : ARRAY;
        state = FIRST;
    }

    boolean hasNext() {
        if (state == NAME || state == VALUE && depth > 0 && !inObject()) {
            return true;
        }
        check(state == FIRST || state == NEXT, "hasNext()");
        boolean object = inObject();
        int next = scanner.peek();
        if (next == (object ? '}' : ']')) {
            return false;
        }
        if (state == NEXT) {
            if (next != ',') {
                throw scanner.expected(object ? "',' or '}'" : "',' or ']'");
            }
            scanner.advance();
        }
        state = object ? NAME : VALUE;
        return true;
    }

    /** Reads a name and the colon. */
    void name() {
        check(inObject() && state != VALUE, "name()");
        if (!hasNext() || scanner.peek() != '"') {
            throw scanner.expected("a name in quotes");
        }
        int offset = scanner.position();
        scanner.string();
        if (!scanner.addTo(names, levels[depth - 1])) {
            throw JsonException.found("a repeated name", offset, "each name once in an object");
        }
        if (scanner.peek() != ':') {
            throw scanner.expected("':'");
        }
        scanner.advance();
        state = VALUE;
    }

    void leave(boolean object) {
        check(depth > 0 && inObject() == object && !(object && state == VALUE), object ? "endObject()" : "endArray()");
        if (hasNext()) {
            throw scanner.expected(object ? "'}'" : "']'");
        }
        scanner.advance();
        depth--;
        if (object) {
            names.removeFrom(levels[depth]);
        }
        done();
    }

    /** Tells that the value has been read. */
    void done() {
        state = depth == 0 ? END : NEXT;
    }

    /** Reads a value whole, without recursion. */
    void skip() {
        int outer = depth;
        do {
            int first = value();
            if (first == '{' || first == '[') {
                enter(first == '{');
            } else {
                scanner.scalar(first);
                done();
            }
            while (depth > outer && !hasNext()) {
                leave(inObject());
            }
            if (depth > outer && inObject()) {
                name();
            }
        } while (depth > outer);
    }

    void end() {
        check(state == END, "end()");
        if (scanner.peek() >= 0) {
            throw scanner.expected("nothing after the value");
        }
    }

    private boolean inObject() {
        return depth > 0 && levels[depth - 1] != ARRAY;
    }

    private static void check(boolean allowed, String call) {
        if (!allowed) {
            throw JsonException.misuse(call, "read");
        }
    }
}
