package dev.aloft.runtime;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.HttpResponse;
import dev.aloft.spi.PayloadCodec;
import org.jspecify.annotations.Nullable;

/** Makes what a function returned sendable, by the same rules of HTTP on every platform. */
final class ResponseRules {
    private ResponseRules() {}

    static HttpResponse ready(String functionName, @Nullable HttpResponse response, String method) {
        if (response == null) {
            throw new AloftException(
                    Kind.HANDLER,
                    "ALOFT-407",
                    "Function " + functionName + " returned null. Return an HttpResponse, for example"
                            + " HttpResponse.noContent().");
        }
        boolean typed = response.entity().isPresent();
        return sendable(typed ? response.written(PayloadCodec.installed()) : response, method);
    }

    /** HEAD, 204 and 304 have no body (RFC 9110 §9.3.2, §15.3.5, §15.4.5); without content there is no type of it. */
    static HttpResponse sendable(HttpResponse response, String method) {
        if (response.status() == 204 || response.status() == 304) {
            return response.withoutBody().withoutHeader("content-type");
        }
        return method.equals("HEAD") ? response.withoutBody() : response;
    }
}
