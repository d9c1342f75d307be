package dev.aloft.testkit.aws;

import dev.aloft.HttpRequest;

/**
 * A gateway in front of a Lambda function.
 *
 * <pre>{@code
 * LambdaGateway gateway = new HttpApiV2Encoder();
 * byte[] event = gateway.encode(HttpRequest.builder("GET", "/orders/a%20b").query("dry=yes").build());
 * byte[] reply = lambda.invoke(event).success().payload();
 * assertThat(gateway.decode(reply).status()).isEqualTo(200);
 * }</pre>
 */
public interface LambdaGateway {
    /**
     * The event that the gateway sends for a client's request.
     *
     * @param request the request as the client sends it: path and query as they stand in the URL, one header line per line; its
     *     client address, 192.0.2.7 without one, is the one that the gateway sees
     * @return the event, compact JSON in UTF-8, its fields in the order in which the gateway writes them
     * @throws IllegalArgumentException if path or query is not validly percent-encoded and the gateway decodes it; it answers
     *     such a request itself
     */
    byte[] encode(HttpRequest request);

    /**
     * What the client gets for a function's reply. A reply that the gateway refuses becomes the gateway's own error, for example
     * 502. The body of an answer to HEAD, which the gateway holds back, is shown.
     *
     * @param reply what the function returned
     * @return the answer
     */
    GatewayReply decode(byte[] reply);
}
