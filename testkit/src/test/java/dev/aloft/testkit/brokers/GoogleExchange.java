package dev.aloft.testkit.brokers;

import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request and the reply to it, as the functions framework shows them to a function. */
final class GoogleExchange {
    private final String method;
    private final String path;
    private final byte[] body;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private int status = 200;

    private GoogleExchange(String method, String path, byte[] body) {
        this.method = method;
        this.path = path;
        this.body = body;
    }

    static GoogleExchange post(byte[] body) {
        return new GoogleExchange("POST", "/events", body);
    }

    GoogleExchange header(String name, String value) {
        headers.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
        return this;
    }

    HttpRequest request() {
        return new Request();
    }

    HttpResponse response() {
        return new Response();
    }

    int status() {
        return status;
    }

    String text() {
        return sent.toString(StandardCharsets.UTF_8);
    }

    private final class Request implements HttpRequest {
        @Override
        public String getMethod() {
            return method;
        }

        @Override
        public String getUri() {
            return "http://localhost:8080" + path;
        }

        @Override
        public String getPath() {
            return path;
        }

        @Override
        public Optional<String> getQuery() {
            return Optional.empty();
        }

        @Override
        public Map<String, List<String>> getQueryParameters() {
            return Map.of();
        }

        @Override
        public Map<String, HttpPart> getParts() {
            throw new IllegalStateException("not a multipart request");
        }

        @Override
        public Optional<String> getContentType() {
            return getFirstHeader("Content-Type");
        }

        @Override
        public long getContentLength() {
            return body.length;
        }

        @Override
        public Optional<String> getCharacterEncoding() {
            return Optional.empty();
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            return headers;
        }
    }

    private final class Response implements HttpResponse {
        private Optional<String> contentType = Optional.empty();
        private final Map<String, List<String>> lines = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        @Override
        public void setStatusCode(int code) {
            status = code;
        }

        @Override
        public void setStatusCode(int code, String message) {
            status = code;
        }

        @Override
        public void setContentType(String type) {
            contentType = Optional.of(type);
        }

        @Override
        public Optional<String> getContentType() {
            return contentType;
        }

        @Override
        public void appendHeader(String header, String value) {
            lines.computeIfAbsent(header, absent -> new ArrayList<>()).add(value);
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            return lines;
        }

        @Override
        public OutputStream getOutputStream() {
            return sent;
        }

        @Override
        public BufferedWriter getWriter() {
            return new BufferedWriter(new OutputStreamWriter(sent, StandardCharsets.UTF_8));
        }
    }
}
