package dev.aloft.testkit.aws;

import static dev.aloft.testkit.aws.EventFields.writeObject;

import dev.aloft.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An Application Load Balancer. It decodes neither path nor query parameters.
 *
 * <p>In the single-value form it hands over the last of repeated headers and parameters only, and sends each name of the reply's
 * headers as a line, also where names differ in case only. In the multi-value form it may send lines in another order; here it keeps
 * it.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html">Lambda functions as
 *     targets</a>
 */
public final class AlbEncoder implements LambdaGateway {
    private static final int LARGEST = 1024 * 1024;

    private final boolean multiValue;

    private AlbEncoder(boolean multiValue) {
        this.multiValue = multiValue;
    }

    /**
     * A load balancer as it is without further settings.
     *
     * @return the gateway
     */
    public static AlbEncoder single() {
        return new AlbEncoder(false);
    }

    /**
     * A load balancer whose target group has {@code lambda.multi_value_headers.enabled}.
     *
     * @return the gateway
     */
    public static AlbEncoder multi() {
        return new AlbEncoder(true);
    }

    @Override
    public byte[] encode(HttpRequest request) {
        String own = "shop-846800462.eu-central-1.elb.amazonaws.com";
        Map<String, List<String>> headers = EventFields.headers(request, EventFields.host(request, own));
        Map<String, List<String>> query = EventFields.query(request.rawQuery(), UnaryOperator.identity());
        return EventFields.object(json -> {
            json.name("requestContext");
            writeObject(
                    json,
                    context -> writeObject(
                            context.name("elb"),
                            elb -> elb.name("targetGroupArn")
                                    .string(
                                            "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/6d0ecf831eec9f09")));
            json.name("httpMethod").string(request.method());
            json.name("path").string(request.path());
            if (multiValue) {
                EventFields.writeLists(json.name("multiValueQueryStringParameters"), query);
                EventFields.writeLists(json.name("multiValueHeaders"), headers);
            } else {
                EventFields.writeLast(json.name("queryStringParameters"), query);
                EventFields.writeLast(json.name("headers"), headers);
            }
            EventFields.writeBody(json, request.body().bytes(), !EventFields.isText(request));
        });
    }

    /** A reply that is malformed, larger than 1 MB or has its headers in the other form is answered 502. */
    @Override
    public GatewayReply decode(byte[] reply) {
        String form = multiValue ? "multiValueHeaders" : "headers";
        return NativeReply.parse(reply)
                .filter(parsed -> reply.length <= LARGEST && parsed.names().contains(form))
                .flatMap(this::answer)
                .orElseGet(() -> GatewayReply.error(502, "text/html", "<h1>502 Bad Gateway</h1>"));
    }

    private Optional<GatewayReply> answer(NativeReply reply) {
        int status = reply.status().orElse(0);
        if (status < 200 || status > 599) {
            return Optional.empty();
        }
        return reply.content()
                .map(content ->
                        new GatewayReply(status, (multiValue ? reply.multi() : reply.single()).build(), content));
    }
}
