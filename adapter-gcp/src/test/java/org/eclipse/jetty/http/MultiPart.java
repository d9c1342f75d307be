package org.eclipse.jetty.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.io.Content;

/** Stands for the server's type of the same name. */
public final class MultiPart {
    private MultiPart() {}

    /** One part. */
    public static class Part {
        private final List<HttpField> headers;
        private final byte[] content;

        public Part(String disposition, String content) {
            this.headers = List.of(new HttpField("Content-Disposition", disposition), new HttpField("X-Empty", null));
            this.content = content.getBytes(StandardCharsets.UTF_8);
        }

        public Iterable<HttpField> getHeaders() {
            return headers;
        }

        public Content.Source createContentSource() {
            return () -> content;
        }
    }
}
