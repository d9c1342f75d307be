package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** What a runtime asks of the Runtime API. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record ApiRequest(String method, String path, byte[] body) {

    /** Reads the next request of a connection; empty at its end. */
    static Optional<ApiRequest> read(InputStream in) throws IOException {
        Optional<HttpHead> head = HttpHead.read(in);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        String[] line = head.get().startLine().split(" ", -1);
        if (line.length != 3) {
            throw new IOException("This is no request line: \"" + head.get().startLine() + "\"");
        }
        return Optional.of(new ApiRequest(line[0], line[1], body(in, head.get())));
    }

    private static byte[] body(InputStream in, HttpHead head) throws IOException {
        HttpBody body = head.isChunked() ? HttpBody.ofChunks(in) : HttpBody.ofLength(in, head.contentLength(0));
        if (!body.complete()) {
            throw new IOException("The connection ended within the body of " + head.startLine());
        }
        return body.bytes();
    }

    /** The path below the API's root, for example "invocation", "8476a536", "response". */
    String[] steps() {
        return path.startsWith(RuntimeApi.ROOT)
                ? path.substring(RuntimeApi.ROOT.length()).split("/", -1)
                : new String[] {path};
    }
}
