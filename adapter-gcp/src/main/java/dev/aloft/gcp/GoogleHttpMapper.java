package dev.aloft.gcp;

import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpRequest.HttpPart;
import com.google.cloud.functions.HttpResponse;
import dev.aloft.AloftException;
import dev.aloft.Body;
import dev.aloft.Headers;
import dev.aloft.spi.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as Google's functions framework hands it over and takes it.
 *
 * <p>The framework sorts header lines by their names; lines of one name keep their order. It takes {@code
 * multipart/form-data} bodies apart before the function is called, so such a body is put together again: the parts are the
 * same, in the same order, with the same header lines and bytes. The body as a whole differs from what the client sent where
 * RFC 2046 lets the sender choose: what stands before the first and after the last boundary is gone, line breaks around parts
 * are CR LF, there is one space after a header's colon and none at the end of the line, and header bytes that are not UTF-8
 * are replaced. A body that the server cannot take apart, also since it has more than 100 parts, or one of more than 10 MB, is
 * answered 400 before the function is called.
 *
 * @see <a href="https://cloud.google.com/functions/docs/writing/write-http-functions">HTTP functions</a>
 */
final class GoogleHttpMapper {
    /**
     * 32 MB, the most that Google accepts of an answer whose length stands in its header.
     *
     * @see <a href="https://cloud.google.com/functions/quotas">Quotas</a>
     */
    static final int LARGEST_BODY = 32 * 1024 * 1024;

    private GoogleHttpMapper() {}

    static Headers headers(HttpRequest request) {
        Headers.Builder headers = Headers.builder();
        for (Map.Entry<String, List<String>> lines : request.getHeaders().entrySet()) {
            for (String value : lines.getValue()) {
                headers.add(lines.getKey(), value == null ? "" : value);
            }
        }
        return headers.build();
    }

    static dev.aloft.HttpRequest read(HttpRequest request, Headers headers) throws IOException {
        dev.aloft.HttpRequest.Builder read = dev.aloft.HttpRequest.builder(request.getMethod(), path(request.getUri()))
                .query(request.getQuery().orElse(""))
                .clientAddress(lastForwarded(headers));
        for (int line = 0; line < headers.size(); line++) {
            read.header(headers.name(line), headers.value(line));
        }
        return read.body(body(request, headers)).build();
    }

    /** The path as it stands in the URL; the framework's own {@code getPath()} decodes a part of it and drops {@code ;v=1}. */
    static String path(String uri) {
        int start = 0;
        int authority = uri.startsWith("/") ? -1 : uri.indexOf("://");
        if (authority >= 0) {
            start = end(uri, authority + 3, "/?#");
        }
        String path = uri.substring(start, end(uri, start, "?#"));
        return path.isEmpty() ? "/" : path;
    }

    private static int end(String text, int from, String delimiters) {
        int end = from;
        while (end < text.length() && delimiters.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** What Google's own front end added: what stands before it may be the client's invention. */
    private static @Nullable String lastForwarded(Headers headers) {
        List<String> lines = headers.all("x-forwarded-for");
        if (lines.isEmpty()) {
            return null;
        }
        String line = lines.get(lines.size() - 1);
        String address = line.substring(line.lastIndexOf(',') + 1).strip();
        return address.isEmpty() ? null : address;
    }

    private static byte[] body(HttpRequest request, Headers headers) throws IOException {
        Optional<String> contentType = headers.first("content-type");
        if (contentType.isPresent() && MediaType.bare(contentType.get()).equals("multipart/form-data")) {
            String boundary = MediaType.parameter(contentType.get(), "boundary");
            byte[] parts = multipartOrDrained(request, boundary == null ? "" : boundary);
            if (parts != null) {
                return parts;
            }
        }
        byte[] body = request.getInputStream().readAllBytes();
        if (body.length < request.getContentLength()) {
            throw GoogleErrors.incompleteMultipart();
        }
        return body;
    }

    /** A refused body is read to its end: the server resets a connection with unread bytes, and the answer would be lost. */
    private static byte @Nullable [] multipartOrDrained(HttpRequest request, String boundary) throws IOException {
        try {
            return multipart(request, boundary);
        } catch (AloftException refused) {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
            throw refused;
        }
    }

    /**
     * The parts come first: of a body that the server gave up on, for example after its hundredth part, the stream still has
     * the rest.
     *
     * @return null if the framework has taken nothing apart
     */
    private static byte @Nullable [] multipart(HttpRequest request, String boundary) throws IOException {
        MultipartEncoder encoder = new MultipartEncoder(boundary);
        JettyParts parts = JettyParts.find(request.getClass());
        boolean takenApart = parts == null ? copyByName(request, encoder) : parts.copyTo(encoder, request);
        if (!takenApart) {
            return null;
        }
        if (boundary.isEmpty()) {
            throw GoogleErrors.ambiguousMultipart();
        }
        byte[] body = encoder.end();
        if (parts == null) {
            requireComplete(request.getContentLength(), body.length, encoder);
        }
        return body;
    }

    /** The framework's own view. */
    private static boolean copyByName(HttpRequest request, MultipartEncoder encoder) throws IOException {
        Map<String, HttpPart> parts;
        try {
            parts = request.getParts();
        } catch (CompletionException e) {
            throw GoogleErrors.unreadableMultipart(e);
        } catch (IllegalStateException nothingTakenApart) {
            return false;
        }
        for (HttpPart part : parts.values()) {
            copy(part, encoder);
        }
        return true;
    }

    /** Proves by length that the framework's own view hides no part. */
    private static void requireComplete(long sent, int found, MultipartEncoder encoder) {
        if (sent < 0 || sent - found >= encoder.smallestPart()) {
            throw GoogleErrors.incompleteMultipart();
        }
    }

    private static void copy(HttpPart part, MultipartEncoder encoder) throws IOException {
        encoder.begin();
        for (Map.Entry<String, List<String>> lines : part.getHeaders().entrySet()) {
            for (String value : lines.getValue()) {
                encoder.header(lines.getKey(), value);
            }
        }
        try (InputStream content = part.getInputStream()) {
            encoder.content(content);
        }
    }

    /** Headers can only be appended here, and what is flushed cannot be taken back: all is known before the first is sent. */
    static void write(dev.aloft.HttpResponse response, String method, HttpResponse reply) throws IOException {
        reply.setStatusCode(response.status());
        Headers headers = response.headers();
        Optional<String> contentType = headers.first("content-type");
        if (contentType.isPresent()) {
            contentType(contentType.get(), reply);
        }
        for (int line = 0; line < headers.size(); line++) {
            if (!headers.name(line).equals("content-type")) {
                reply.appendHeader(headers.name(line), headers.value(line));
            }
        }
        Body body = response.body();
        if (!body.isEmpty()) {
            // With a length the answer is not a stream, for which Google's limit is 10 MB.
            reply.appendHeader("content-length", Integer.toString(body.length()));
            body.writeTo(reply.getOutputStream());
        } else if (response.status() == 304 || method.toUpperCase(Locale.ROOT).equals("HEAD")) {
            // Otherwise the server claims Content-Length: 0, which is about the answer to GET (RFC 9110 §8.6).
            reply.getOutputStream().flush();
        }
    }

    private static void contentType(String contentType, HttpResponse reply) {
        try {
            reply.setContentType(contentType);
        } catch (IllegalArgumentException unknownCharset) {
            // The framework sets the header, then looks up the charset for a writer that nobody asks for.
            if (!contentType.equals(reply.getContentType().orElse(""))) {
                throw unknownCharset;
            }
        }
    }
}
