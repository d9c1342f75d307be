package dev.aloft.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateways' own ways, which the adapter has to cope with. */
class AwsGatewayTest {
    private final LambdaFunction function = new LambdaFunction();

    @Test
    void restApiRefusesAKeyThatItDoesNotKnow() {
        String reply = "{\"statusCode\":200,\"body\":\"x\",\"cookies\":[]}";

        assertThat(decode(new RestApiV1Encoder(), reply).status()).isEqualTo(502);
        assertThat(decode(RestApiV1Encoder.httpApi(), reply).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"body\":\"x\"}",
                "{\"statusCode\":\"200\"}",
                "{\"statusCode\":99}",
                "{\"statusCode\":200,\"headers\":{\"a\":1}}",
                "{\"statusCode\":200,\"multiValueHeaders\":{\"a\":\"1\"}}",
                "{\"statusCode\":200,\"isBase64Encoded\":\"true\"}",
                "{\"statusCode\":200,\"body\":\"====\",\"isBase64Encoded\":true}"
            })
    void malformedRepliesBecomeTheGatewaysErrors(String reply) {
        assertThat(decode(new RestApiV1Encoder(), reply))
                .hasToString(
                        "GatewayReply[502, content-type: application/json, {\"message\": \"Internal server error\"}]");
        assertThat(decode(AlbEncoder.single(), reply).status()).isEqualTo(502);
        assertThat(decode(AlbEncoder.multi(), reply).status()).isEqualTo(502);
    }

    @Test
    void httpApiInfersAnAnswerFromAReplyWithoutStatus() {
        GatewayReply reply = decode(new HttpApiV2Encoder(), "{\"message\":\"hi\"}");

        assertThat(reply).hasToString("GatewayReply[200, content-type: application/json, {\"message\":\"hi\"}]");
    }

    @Test
    void httpApiAnswers500ForAMalformedReply() {
        assertThat(decode(new HttpApiV2Encoder(), "{\"statusCode\":200,\"headers\":[]}")
                        .status())
                .isEqualTo(500);
        assertThat(decode(new FunctionUrlEncoder(), "nothing").status()).isEqualTo(500);
    }

    @Test
    void loadBalancerWantsTheFormOfTheRequest() {
        String single = "{\"statusCode\":200,\"headers\":{},\"body\":\"\"}";

        assertThat(decode(AlbEncoder.single(), single).status()).isEqualTo(200);
        assertThat(decode(AlbEncoder.multi(), single))
                .hasToString("GatewayReply[502, content-type: text/html, <h1>502 Bad Gateway</h1>]");
    }

    @Test
    void loadBalancerRefusesMoreThanAMegabyte() {
        String reply = "{\"statusCode\":200,\"headers\":{},\"body\":\"" + "x".repeat(1024 * 1024) + "\"}";

        assertThat(decode(AlbEncoder.single(), reply).status()).isEqualTo(502);
    }

    @Test
    void restApiWithoutBinaryMediaTypesDoesNotDecode() {
        LambdaGateway gateway = RestApiV1Encoder.withoutBinaryMediaTypes();
        byte[] event = gateway.encode(HttpRequest.builder("GET", "/a").build());

        GatewayReply reply =
                gateway.decode(function.answer(event, HttpResponse.ok().withBody(new byte[] {-1}, "image/png")));

        assertThat(reply.text()).isEqualTo("/w==");
    }

    @Test
    void contentTypeThatTheFunctionLeavesOutIsAddedByApiGateway() {
        HttpResponse response = HttpResponse.of(202);

        assertThat(header(new RestApiV1Encoder(), response)).isEqualTo("application/json");
        assertThat(header(RestApiV1Encoder.httpApi(), response)).isEqualTo("text/plain; charset=utf-8");
        assertThat(header(new HttpApiV2Encoder(), response)).isEqualTo("text/plain; charset=utf-8");
        assertThat(header(AlbEncoder.single(), response)).isEqualTo("none");
    }

    private String header(LambdaGateway gateway, HttpResponse response) {
        byte[] event = gateway.encode(HttpRequest.builder("GET", "/a").build());
        return gateway.decode(function.answer(event, response))
                .headers()
                .first("content-type")
                .orElse("none");
    }

    @Test
    void httpApiDecodesThePathAndLosesWhatFollowsAQuestionMark() {
        HttpRequest request = HttpRequest.builder("GET", "/a%2Fb%3Fc").build();
        for (LambdaGateway gateway : new LambdaGateway[] {new HttpApiV2Encoder(), RestApiV1Encoder.httpApi()}) {
            function.answer(gateway.encode(request), HttpResponse.ok());

            assertThat(function.request().path()).isEqualTo("/a/b");
        }
    }

    @Test
    void httpApiHandsOverADecodedPathInBothFormats() {
        HttpRequest request = HttpRequest.builder("GET", "/a%2541%20b").build();

        assertThat(text(new HttpApiV2Encoder(), request)).contains("\"rawPath\":\"/a%41 b\"");
        assertThat(text(RestApiV1Encoder.httpApi(), request)).contains("\"path\":\"/a%41 b\"");
        for (LambdaGateway gateway : new LambdaGateway[] {new HttpApiV2Encoder(), RestApiV1Encoder.httpApi()}) {
            function.answer(gateway.encode(request), HttpResponse.ok());

            assertThat(function.request().pathParameter("path")).isEqualTo("a%41 b");
        }
    }

    @Test
    void othersKeepAnEncodedSlash() {
        function.answer(
                new RestApiV1Encoder()
                        .encode(HttpRequest.builder("GET", "/a%2Fb").build()),
                HttpResponse.ok());

        assertThat(function.request().pathParameter("path")).isEqualTo("a%2Fb");
    }

    @Test
    void plusSignInAPathIsNoSpace() {
        for (LambdaGateway gateway :
                new LambdaGateway[] {new HttpApiV2Encoder(), new FunctionUrlEncoder(), AlbEncoder.multi()}) {
            function.answer(gateway.encode(HttpRequest.builder("GET", "/a+b").build()), HttpResponse.ok());

            assertThat(function.request().pathParameter("path")).isEqualTo("a+b");
        }
    }

    @Test
    void addressOfTheClientIsAddedToWhatItClaims() {
        HttpRequest request = HttpRequest.builder("GET", "/a")
                .header("X-Forwarded-For", "203.0.113.66")
                .clientAddress("192.0.2.9")
                .build();

        function.answer(AlbEncoder.single().encode(request), HttpResponse.ok());

        assertThat(function.request().header("x-forwarded-for")).contains("203.0.113.66, 192.0.2.9");
        assertThat(function.request().clientAddress()).contains("192.0.2.9");
    }

    @Test
    void brokenPercentEncodingIsRefusedByAGatewayThatDecodes() {
        HttpRequest request = HttpRequest.builder("GET", "/a%zz").build();

        assertThatIllegalArgumentException().isThrownBy(() -> new HttpApiV2Encoder().encode(request));
    }

    @Test
    void eventsBeginAsAwsWritesThem() {
        HttpRequest request = HttpRequest.builder("GET", "/a").build();

        assertThat(text(new HttpApiV2Encoder(), request))
                .startsWith("{\"version\":\"2.0\",\"routeKey\":\"$default\",\"rawPath\":\"/a\",");
        assertThat(text(new RestApiV1Encoder(), request)).startsWith("{\"resource\":\"/{proxy+}\",\"path\":\"/a\",");
        assertThat(text(RestApiV1Encoder.httpApi(), request))
                .startsWith("{\"version\":\"1.0\",\"resource\":\"/{proxy+}\",");
        assertThat(text(AlbEncoder.single(), request)).startsWith("{\"requestContext\":{\"elb\":{\"targetGroupArn\":");
    }

    private static String text(LambdaGateway gateway, HttpRequest request) {
        return new String(gateway.encode(request), StandardCharsets.UTF_8);
    }

    private static GatewayReply decode(LambdaGateway gateway, String reply) {
        return gateway.decode(reply.getBytes(StandardCharsets.UTF_8));
    }
}
