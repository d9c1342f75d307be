package dev.aloft.testkit.gcp;

import com.google.cloud.functions.HttpRequest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An encoded request as the framework shows it: header lines sorted by name. */
public final class ReceivedRequest implements HttpRequest {
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;

    /**
     * Received by a server on this machine.
     *
     * @param request what a service sent
     */
    public ReceivedRequest(GoogleRequest request) {
        for (int line = 0; line < request.headers().size(); line++) {
            headers.computeIfAbsent(request.headers().name(line), name -> new ArrayList<>())
                    .add(request.headers().value(line));
        }
        body = request.body();
    }

    @Override
    public String getMethod() {
        return "POST";
    }

    @Override
    public String getUri() {
        return "http://localhost:8080/events";
    }

    @Override
    public String getPath() {
        return "/events";
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
        throw new IllegalStateException("not multipart");
    }

    @Override
    public Optional<String> getContentType() {
        return headers.getOrDefault("content-type", List.of()).stream().findFirst();
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
