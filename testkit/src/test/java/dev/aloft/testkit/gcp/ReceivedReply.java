package dev.aloft.testkit.gcp;

import com.google.cloud.functions.HttpResponse;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A reply as the framework takes it from a function. */
public final class ReceivedReply implements HttpResponse {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private Optional<String> type = Optional.empty();
    private int status = 200;

    /** A reply of which nothing is set yet. */
    public ReceivedReply() {}

    /** The status. */
    public int status() {
        return status;
    }

    /** The body. */
    public String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void setStatusCode(int code) {
        status = code;
    }

    @Override
    public void setStatusCode(int code, String message) {
        status = code;
    }

    @Override
    public void setContentType(String contentType) {
        type = Optional.of(contentType);
    }

    @Override
    public Optional<String> getContentType() {
        return type;
    }

    @Override
    public void appendHeader(String header, String value) {
        headers.computeIfAbsent(header, absent -> new ArrayList<>()).add(value);
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        return headers;
    }

    @Override
    public OutputStream getOutputStream() {
        return body;
    }

    @Override
    public BufferedWriter getWriter() {
        return new BufferedWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
    }
}
