package dev.aloft.testkit.runtime.functions;

import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Native Google functions. */
public final class GoogleFunctions {
    private GoogleFunctions() {}

    /** Does what the path says. */
    public static final class Acts implements HttpFunction {
        @Override
        public void service(HttpRequest request, HttpResponse response) throws IOException, InterruptedException {
            switch (request.getPath()) {
                case "/echo" -> echo(request, response);
                case "/environment" ->
                    response.getWriter().write(String.join(" ", System.getenv().keySet()));
                case "/hang" -> new CountDownLatch(1).await();
                case "/throw" -> throw new IllegalStateException("no luck today");
                case "/break" -> breakOff(response.getOutputStream());
                default ->
                    response.setStatusCode(Integer.parseInt(request.getPath().substring(1)));
            }
        }

        /** The request line and the body, and each X-Tag as a header line of its own. */
        private static void echo(HttpRequest request, HttpResponse response) throws IOException {
            String line = request.getMethod() + " " + request.getUri() + "\n";
            List<String> tags = request.getHeaders().getOrDefault("X-Tag", List.of());
            tags.forEach(tag -> response.appendHeader("X-Seen", tag));
            response.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            request.getInputStream().transferTo(response.getOutputStream());
        }

        private static void breakOff(OutputStream out) throws IOException {
            out.write("half".getBytes(StandardCharsets.UTF_8));
            out.flush();
            throw new IllegalStateException("no luck today");
        }
    }

    public static final class ConstructorThrows implements HttpFunction {
        public ConstructorThrows() {
            throw new IllegalArgumentException("cannot be made");
        }

        @Override
        public void service(HttpRequest request, HttpResponse response) {
            throw new AssertionError("never called");
        }
    }
}
