package dev.aloft.testkit.aws;

import dev.aloft.HttpRequest;

/**
 * An API Gateway HTTP API with payload format 2.0, at its execute-api domain.
 *
 * <p>It decodes the path, and cuts off what follows a question mark that was encoded in it; {@code %2F} becomes a slash. Repeated
 * headers come joined by a comma.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Lambda proxy
 *     integrations for HTTP APIs</a>
 */
public final class HttpApiV2Encoder implements LambdaGateway {
    private static final String DOMAIN = "a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com";

    private final String stage;

    /** An HTTP API with the stage {@code $default}. */
    public HttpApiV2Encoder() {
        this("$default");
    }

    /**
     * An HTTP API with another stage, whose name stands before the path.
     *
     * @param stage for example {@code blue}
     */
    public HttpApiV2Encoder(String stage) {
        this.stage = stage;
    }

    @Override
    public byte[] encode(HttpRequest request) {
        String prefix = stage.equals("$default") ? "" : "/" + stage;
        return new PayloadV2(DOMAIN, stage, false).encode(request, prefix + EventFields.pathOfHttpApi(request));
    }

    @Override
    public GatewayReply decode(byte[] reply) {
        return PayloadV2.decode(reply);
    }
}
