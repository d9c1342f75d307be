package dev.aloft.gcp;

import com.google.cloud.functions.HttpRequest;
import dev.aloft.spi.MediaType;
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

/**
 * A request as the framework received it, from a text that a person can read and a fuzzer can change: a line with method and
 * URL, header lines, an empty line, the content. Of a multipart type the content is that of the only part.
 */
final class ReceivedRequest implements HttpRequest {
    private final String method;
    private final String uri;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] content;

    ReceivedRequest(String message) {
        int end = message.indexOf("\n\n");
        String[] lines = (end < 0 ? message : message.substring(0, end)).split("\n", -1);
        int space = lines[0].indexOf(' ');
        method = space < 0 ? "GET" : lines[0].substring(0, space);
        uri = lines[0].substring(space + 1);
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(":", 2);
            headers.computeIfAbsent(header[0], name -> new ArrayList<>())
                    .add(header.length < 2 ? "" : header[1].strip());
        }
        content = end < 0 ? new byte[0] : message.substring(end + 2).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether the framework has taken the body apart. */
    boolean eaten() {
        String type = getContentType().orElse("");
        String boundary = MediaType.parameter(type, "boundary");
        return MediaType.bare(type).equals("multipart/form-data") && boundary != null && !boundary.isEmpty();
    }

    byte[] content() {
        return content.clone();
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getUri() {
        return uri;
    }

    @Override
    public String getPath() {
        throw new AssertionError("decoded in part, so of no use");
    }

    @Override
    public Optional<String> getQuery() {
        int query = uri.indexOf('?');
        return query < 0 ? Optional.empty() : Optional.of(uri.substring(query + 1));
    }

    @Override
    public Map<String, List<String>> getQueryParameters() {
        throw new AssertionError("decoded, so of no use");
    }

    @Override
    public Map<String, HttpPart> getParts() {
        if (!eaten()) {
            throw new IllegalStateException();
        }
        Map<String, List<String>> lines = Map.of("Content-Disposition", List.of("form-data; name=a"));
        return Map.of("a", new ReceivedPart(content, lines));
    }

    @Override
    public Optional<String> getContentType() {
        return headers.getOrDefault("content-type", List.of()).stream().findFirst();
    }

    @Override
    public long getContentLength() {
        return content.length;
    }

    @Override
    public Optional<String> getCharacterEncoding() {
        return Optional.empty();
    }

    @Override
    public InputStream getInputStream() {
        return eaten() ? InputStream.nullInputStream() : new ByteArrayInputStream(content);
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        return headers;
    }

    /** The part of a multipart body. */
    private record ReceivedPart(byte[] content, Map<String, List<String>> lines) implements HttpRequest.HttpPart {
        @Override
        public Optional<String> getFileName() {
            return Optional.empty();
        }

        @Override
        public Optional<String> getContentType() {
            return Optional.empty();
        }

        @Override
        public long getContentLength() {
            return content.length;
        }

        @Override
        public Optional<String> getCharacterEncoding() {
            return Optional.empty();
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }

        @Override
        public Map<String, List<String>> getHeaders() {
            return lines;
        }
    }
}
