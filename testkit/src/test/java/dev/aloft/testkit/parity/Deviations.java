package dev.aloft.testkit.parity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What platforms force: for an exchange on a platform, the reason why its answer differs. Everything else is a failure. */
final class Deviations {
    private static final List<String> WITHOUT_CONTENT =
            List.of("201 without body", "204", "204 with a text that is not sent", "304", "redirect");

    private final Map<String, String> reasons = new LinkedHashMap<>();

    static Deviations known() {
        Deviations deviations = new Deviations();
        deviations.addAzure();
        deviations.addGoogle();
        deviations.addAws();
        return deviations;
    }

    private void addAzure() {
        String text =
                "The Azure host hands every body to a Java worker as UTF-8 text, unless it is `application/octet-stream` or"
                        + " `multipart/*`. What is not UTF-8 is destroyed before the function runs, or comes from UTF-16. Where the"
                        + " text and the Content-Length do not tell for certain which bytes were sent, the request is refused with"
                        + " `ALOFT-310` instead of being served with other bytes.";
        for (String exchange :
                List.of("picture", "text in Latin-1", "text with U+FFFD", "text in UTF-16", "text as long in UTF-16")) {
            add("Azure", exchange, text);
        }
        String joined = "The Azure host joins repeated request headers with a comma before the worker sees them.";
        add("Azure", "repeated header", joined);
        String one =
                "The Azure worker and host keep one value per response header. Of several cookies the first is kept (a"
                        + " warning with `ALOFT-412` is logged), other repeated headers are joined with a comma.";
        add("Azure", "three cookies set", one);
        add("Azure", "repeated answer header", one);
        add(
                "Azure",
                "encoded percent sign before digits",
                "Azure's host decodes `%25` before two hexadecimal digits once too often, before the worker sees the path.");
        add(
                "Azure",
                "dot segment in the path",
                "Azure's web server takes dot segments out of the path before it routes the request.");
    }

    private void addGoogle() {
        String jetty =
                "The server inside Google's invoker refuses such a path with 400 and a page of its own, before the"
                        + " function runs.";
        add("Google", "encoded slash in the path", jetty);
        add("Google", "encoded percent sign in the path", jetty);
        add("Google", "encoded percent sign before digits", jetty);
        add("Google", "dot segment in the path", jetty);
        add("Google", "empty segment in the path", jetty);
    }

    private void addAws() {
        String joined = "HTTP APIs and function URLs join repeated headers with a comma, in requests and in answers.";
        for (String platform : List.of("HTTP API", "function URL")) {
            add(platform, "repeated header", joined);
            add(platform, "repeated answer header", joined);
        }
        add(
                "HTTP API",
                "encoded slash in the path",
                "An HTTP API decodes the path before the function sees it, so an encoded slash separates segments there.");
        for (String platform : List.of("REST API", "HTTP API", "function URL")) {
            add(
                    platform,
                    "malformed query",
                    "API Gateway and function URLs answer a query that is not validly encoded by themselves.");
            for (String exchange : WITHOUT_CONTENT) {
                add(platform, exchange, "API Gateway and function URLs add a Content-Type to an answer that has none.");
            }
        }
        for (String platform : List.of("REST API", "HTTP API", "function URL", "ALB", "ALB, multi-value")) {
            add(
                    platform,
                    "7 MB answer",
                    "Lambda refuses an answer of more than 6 MB, behind a load balancer of more than 1 MB; `ALOFT-408` is in the log.");
        }
        String last =
                "Without the target group's multi-value attribute, a load balancer hands over the last of repeated headers and"
                        + " parameters, and takes one value per header in answers (cookies are told apart by the case of their"
                        + " header's name). Switch `lambda.multi_value_headers.enabled` on.";
        add("ALB", "repeated header", last);
        add("ALB", "repeated query parameter", last);
        add("ALB", "repeated answer header", last);
    }

    private void add(String platform, String exchange, String reason) {
        reasons.put(platform + " / " + exchange, reason);
    }

    @Nullable
    String reason(Platform platform, Exchange exchange) {
        return reasons.get(platform.name() + " / " + exchange.name());
    }
}
