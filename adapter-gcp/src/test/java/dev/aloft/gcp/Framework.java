package dev.aloft.gcp;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpRequest.HttpPart;
import com.google.cloud.functions.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The framework's requests and replies, as java-function-invoker 2.0.0 behaves. */
final class Framework {
    private Framework() {}

    static HttpRequest request(String method, String uri, byte[] body, String... headerLines) {
        HttpRequest request = mock(HttpRequest.class);
        try {
            when(request.getMethod()).thenReturn(method);
            when(request.getUri()).thenReturn(uri);
            int query = uri.indexOf('?');
            when(request.getQuery()).thenReturn(query < 0 ? Optional.empty() : Optional.of(uri.substring(query + 1)));
            when(request.getHeaders()).thenReturn(lines(headerLines));
            when(request.getInputStream()).thenReturn(new ByteArrayInputStream(body));
            when(request.getContentLength()).thenReturn((long) body.length);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return request;
    }

    static HttpRequest get(String path, String... headerLines) {
        return request("GET", "http://localhost:8080" + path, new byte[0], headerLines);
    }

    /** A multipart request whose body the framework has eaten. */
    static HttpRequest multipart(long contentLength, Map<String, HttpPart> parts) {
        HttpRequest request = get("/upload", "Content-Type", "multipart/form-data; boundary=B");
        when(request.getContentLength()).thenReturn(contentLength);
        when(request.getParts()).thenReturn(parts);
        return request;
    }

    static HttpPart part(byte[] content, String... headerLines) {
        HttpPart part = mock(HttpPart.class);
        try {
            lenient().when(part.getHeaders()).thenReturn(lines(headerLines));
            lenient().when(part.getInputStream()).thenReturn(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return part;
    }

    private static Map<String, List<String>> lines(String... namesAndValues) {
        Map<String, List<String>> lines = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            lines.computeIfAbsent(namesAndValues[i], name -> new ArrayList<>()).add(namesAndValues[i + 1]);
        }
        return lines;
    }

    /** Writes down what is done to a reply, in order. */
    static final class Reply {
        final List<String> calls = new ArrayList<>();
        final HttpResponse response = mock(HttpResponse.class);
        private Optional<String> contentType = Optional.empty();

        Reply() throws IOException {
            doAnswer(call -> calls.add("status " + call.getArgument(0)))
                    .when(response)
                    .setStatusCode(org.mockito.ArgumentMatchers.anyInt());
            doAnswer(call -> calls.add(call.getArgument(0) + ": " + call.getArgument(1)))
                    .when(response)
                    .appendHeader(anyString(), anyString());
            doAnswer(call -> setContentType(call.getArgument(0))).when(response).setContentType(anyString());
            lenient().when(response.getContentType()).thenAnswer(call -> contentType);
            lenient().when(response.getOutputStream()).thenReturn(new OutputStream() {
                @Override
                public void write(int b) {
                    calls.add("byte " + b);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
                    calls.add(length > 1000 ? "bytes " + length : "body " + text);
                }

                @Override
                public void flush() {
                    calls.add("flush");
                }
            });
        }

        /** The framework sets the header before it fails on a charset that the JVM does not know. */
        private Object setContentType(String type) {
            calls.add("type " + type);
            if (!type.equals("unset")) {
                contentType = Optional.of(type);
            }
            if (type.contains("klingon") || type.equals("unset")) {
                throw new java.nio.charset.UnsupportedCharsetException("klingon");
            }
            return "";
        }
    }
}
