package dev.aloft.testkit.parity;

import dev.aloft.testkit.runtime.HttpField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One request of the matrix and the status that every platform must answer.
 *
 * @param name what is special about it
 * @param method the method
 * @param target path and query as they stand in the request line
 * @param headers the header lines in order
 * @param body the body
 * @param status the status expected
 * @param answer what the answer's body holds; empty if only equality counts
 */
record Exchange(
        String name, String method, String target, List<HttpField> headers, byte[] body, int status, String answer) {

    static Exchange of(String name, String method, String target, int status) {
        return new Exchange(name, method, target, List.of(), new byte[0], status, "");
    }

    Exchange with(String header, String value) {
        List<HttpField> more = new ArrayList<>(headers);
        more.add(new HttpField(header, value));
        return new Exchange(name, method, target, more, body, status, answer);
    }

    Exchange body(String type, byte[] bytes) {
        Exchange typed = with("Content-Type", type);
        return new Exchange(name, method, target, typed.headers, bytes, status, answer);
    }

    Exchange body(String type, String text) {
        return body(type, text.getBytes(StandardCharsets.UTF_8));
    }

    Exchange answering(String text) {
        return new Exchange(name, method, target, headers, body, status, text);
    }

    String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    String query() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    @Override
    public String toString() {
        return name;
    }
}
