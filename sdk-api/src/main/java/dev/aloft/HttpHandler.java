package dev.aloft;

/**
 * A function that answers HTTP requests.
 *
 * <pre>{@code
 * @HttpTrigger(path = "/hello/{name}")
 * public final class Hello implements HttpHandler {
 *     @Override
 *     public HttpResponse handle(HttpRequest request, Context context) {
 *         return HttpResponse.ok("Hello, " + request.pathParameter("name") + "!");
 *     }
 * }
 * }</pre>
 *
 * <p>One instance serves all requests of a process, several at once: a handler must be thread-safe. The class needs a
 * public constructor without parameters, unless a {@link dev.aloft.spi.HandlerFactory} creates it.
 */
@FunctionalInterface
public interface HttpHandler {
    /**
     * Answers one request.
     *
     * <p>No platform repeats a failed HTTP request; the client has to. Whatever is thrown becomes a problem document (RFC
     * 9457) without message or stack trace: an {@link HttpException} with its own status, an unreadable body 400,
     * everything else 500 with the invocation id, under which the log tells the cause.
     *
     * @param request what the client sent
     * @param context which function runs, where and for how long
     * @return the answer, never null
     * @throws Exception whatever went wrong
     */
    HttpResponse handle(HttpRequest request, Context context) throws Exception;
}
