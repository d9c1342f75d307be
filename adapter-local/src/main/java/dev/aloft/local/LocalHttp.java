package dev.aloft.local;

import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.FunctionRuntime;

/**
 * Calls HTTP functions in this process, for example {@code functions.http().post("/orders").json(order).send()}.
 *
 * <p>The answer is what a client would get: failures are problem documents with their status, and HEAD has no body.
 */
public final class LocalHttp {
    private final FunctionRuntime runtime;

    LocalHttp(FunctionRuntime runtime) {
        this.runtime = runtime;
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
     * A request of any method, to be completed and sent.
     *
     * @param method for example {@code PATCH}
     * @param target path and query as they stand in a URL
     * @return the request
     */
    public LocalRequest request(String method, String target) {
        return new LocalRequest(this, method, target);
    }

    /**
     * The answer to a request.
     *
     * @param request the request
     * @return the answer
     */
    public HttpResponse send(HttpRequest request) {
        return runtime.http(request, new LocalInvocation(System.err));
    }
}
