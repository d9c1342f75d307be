package dev.aloft.local;

import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Calls HTTP functions in this process, for example {@code functions.http().post("/orders").json(order).send()}.
 *
 * <p>The answer is what a client would get, but for the headers of the connection: failures are problem documents with their
 * status, and answers to HEAD and with the status 204 or 304 have no body. Nothing is thrown but for a mistake of the test
 * itself.
 *
 * <p>The limits are those of the functions' profile: what is larger or takes longer than the platform allows is answered as the platform
 * does (ALOFT-144, ALOFT-145, ALOFT-408). Several threads may call at once; if all instances are busy, another one starts.
 */
public final class LocalHttp {
    private final LocalFunctions functions;
    private final String ids;
    private final AtomicLong requests = new AtomicLong();

    /** @param ids how the ids of its invocations begin */
    LocalHttp(LocalFunctions functions, String ids) {
        this.functions = functions;
        this.ids = ids + "h";
    }

    LocalInvocation invocation(Console console) {
        return new LocalInvocation(ids + requests.incrementAndGet(), console, 0);
    }

    HttpResponse answer(HttpRequest request, LocalInvocation invocation) {
        Version version = functions.version();
        ClassLoader own = version.enter();
        try {
            HttpExchange exchange = new HttpExchange(request, invocation, version.runtime());
            functions.sources().answer(exchange);
            return exchange.answer();
        } finally {
            version.leave(own);
        }
    }

    /** As in a container, where the platform around it has the limits, and nobody asks for a timeline; and while a server starts. */
    HttpResponse answerPlainly(HttpRequest request, LocalInvocation invocation) {
        Version version = functions.version();
        ClassLoader own = version.enter();
        try {
            return version.runtime().http(request, invocation);
        } finally {
            version.leave(own);
        }
    }

    /**
     * The answer to a GET without headers.
     *
     * @param target path and query as they stand in a URL, for example {@code /orders?customer=ada}
     * @return the answer
     */
    public HttpResponse get(String target) {
        return request("GET", target).send();
    }

    /**
     * The answer to a HEAD without headers.
     *
     * @param target path and query as they stand in a URL, for example {@code /orders/7}
     * @return the answer
     */
    public HttpResponse head(String target) {
        return request("HEAD", target).send();
    }

    /**
     * The answer to a DELETE without headers.
     *
     * @param target path and query as they stand in a URL, for example {@code /orders/7}
     * @return the answer
     */
    public HttpResponse delete(String target) {
        return request("DELETE", target).send();
    }

    /**
     * A POST to be completed and sent.
     *
     * @param target path and query as they stand in a URL, for example {@code /orders}
     * @return the request
     */
    public LocalRequest post(String target) {
        return request("POST", target);
    }

    /**
     * A PUT to be completed and sent.
     *
     * @param target path and query as they stand in a URL, for example {@code /orders/7}
     * @return the request
     */
    public LocalRequest put(String target) {
        return request("PUT", target);
    }

    /**
     * A PATCH to be completed and sent.
     *
     * @param target path and query as they stand in a URL, for example {@code /orders/7}
     * @return the request
     */
    public LocalRequest patch(String target) {
        return request("PATCH", target);
    }

    /**
     * A request of any method, to be completed and sent.
     *
     * @param method for example {@code OPTIONS}
     * @param target path and query as they stand in a URL
     * @return the request
     */
    public LocalRequest request(String method, String target) {
        return new LocalRequest(this, method, target);
    }

    /**
     * The answer to a request that is there already, for example one built by {@link HttpRequest#builder}.
     *
     * @param request the request
     * @return the answer
     */
    public HttpResponse send(HttpRequest request) {
        return answer(request, invocation(Console.quiet()));
    }
}
