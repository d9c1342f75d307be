package dev.aloft.testkit.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON of an error report: objects, lists and texts; any other value stays the text that it is written as. */
final class FaultJson {
    private static final int DEPTH = 32;

    private final String json;
    private int next;
    private int depth;

    FaultJson(String json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException if this is no JSON object */
    Map<String, Object> object() {
        Map<String, Object> object = members();
        require(token() == '\0', "something after the object");
        return object;
    }

    private Map<String, Object> members() {
        Map<String, Object> object = new LinkedHashMap<>();
        expect('{');
        while (token() != '}') {
            String name = text();
            expect(':');
            object.put(name, value());
            require(take(',') ? token() == '"' : token() == '}', "no comma between two members");
        }
        expect('}');
        return object;
    }

    private List<Object> elements() {
        List<Object> list = new ArrayList<>();
        expect('[');
        while (token() != ']') {
            list.add(value());
            require(take(',') ? token() != ']' : token() == ']', "no comma between two elements");
        }
        expect(']');
        return list;
    }

    private Object value() {
        require(++depth < DEPTH, "more than " + DEPTH + " levels");
        Object value = switch (token()) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> text();
            default -> literal();
        };
        depth--;
        return value;
    }

    private String literal() {
        int start = next;
        while (next < json.length()
                && (Character.isLetterOrDigit(json.charAt(next)) || "+-.".indexOf(json.charAt(next)) >= 0)) {
            next++;
        }
        require(next > start, "no value");
        return json.substring(start, next);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        expect('"');
        for (char c = character(); c != '"'; c = character()) {
            text.append(c == '\\' ? escaped() : c);
        }
        return text.toString();
    }

    private char escaped() {
        char kind = character();
        return switch (kind) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> kind;
        };
    }

    private char unit() {
        require(next + 4 <= json.length(), "an escape that is cut off");
        next += 4;
        return (char) Integer.parseInt(json.substring(next - 4, next), 16);
    }

    private char character() {
        require(next < json.length(), "a text without its end");
        return json.charAt(next++);
    }

    /** The next character that is no blank; NUL at the end. */
    private char token() {
        while (next < json.length() && Character.isWhitespace(json.charAt(next))) {
            next++;
        }
        return next < json.length() ? json.charAt(next) : '\0';
    }

    private boolean take(char wanted) {
        boolean there = token() == wanted;
        next += there ? 1 : 0;
        return there;
    }

    private void expect(char wanted) {
        require(take(wanted), "no " + wanted);
    }

    private void require(boolean valid, String problem) {
        if (!valid) {
            throw new IllegalArgumentException("At character " + next + " there is " + problem);
        }
    }
}
