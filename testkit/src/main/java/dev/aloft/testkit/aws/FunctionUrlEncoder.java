package dev.aloft.testkit.aws;

import dev.aloft.HttpRequest;

/**
 * A Lambda function URL without authentication. It speaks payload format 2.0, but hands over the path as it was sent, and the
 * cookies as a header too.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Invoking function URLs</a>
 */
public final class FunctionUrlEncoder implements LambdaGateway {
    private static final String DOMAIN = "x9y8z7w6v5u4t3s2r1q0.lambda-url.eu-central-1.on.aws";

    @Override
    public byte[] encode(HttpRequest request) {
        return new PayloadV2(DOMAIN, "$default", true).encode(request, request.path());
    }

    @Override
    public GatewayReply decode(byte[] reply) {
        return PayloadV2.decode(reply);
    }
}
