package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aloft.AloftException;
import dev.aloft.Cookie;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.SetCookie;
import dev.aloft.runtime.json.JsonException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestApiV1MapperTest {
    private final RestApiV1Mapper mapper = new RestApiV1Mapper();

    @Nested
    class Reading {
        @Test
        void methodAndTextBodySurvive() {
            HttpRequest request = read(Samples.text("apigateway-aws-proxy"));

            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.text()).isEqualTo("{\"item\":\"Tee für zwei\"}");
        }

        @Test
        void pathIsAsItWasSentAndWithoutTheStage() {
            HttpRequest request = read(Samples.text("apigateway-aws-proxy"));

            assertThat(request.path()).isEqualTo("/orders/a%20b/caf%C3%A9");
        }

        @Test
        void pathThatBeginsLikeTheStageIsKept() {
            HttpRequest request = read(event().replace("\"path\":\"/\"", "\"path\":\"/prod/1\""));

            assertThat(request.path()).isEqualTo("/prod/1");
        }

        @Test
        void stageThatAnHttpApiPutsBeforeThePathIsTakenOff() {
            HttpRequest request = read(Samples.text("apigateway-http-api-proxy-1.0"));

            assertThat(request.path()).isEqualTo("/orders/a%20b");
        }

        @Test
        void pathThatAnHttpApiDecodedIsEncodedAgain() {
            String decoded = event().replace("{\"resource\"", "{\"version\":\"1.0\",\"resource\"");

            assertThat(read(decoded.replace("\"path\":\"/\"", "\"path\":\"/100%25/a b\""))
                            .path())
                    .isEqualTo("/100%2525/a%20b");
            assertThat(read(event().replace("\"path\":\"/\"", "\"path\":\"/100%25/a%20b\""))
                            .path())
                    .isEqualTo("/100%25/a%20b");
        }

        @Test
        void decodedPathIsMadeSafe() {
            HttpRequest request = read(event().replace("\"path\":\"/\"", "\"path\":\"/a b/é?c#d%\""));

            assertThat(request.path()).isEqualTo("/a%20b/%C3%A9%3Fc%23d%25");
        }

        @Test
        void repeatedHeadersComeFromTheMultiValueForm() {
            HttpRequest request = read(Samples.text("apigateway-aws-proxy"));

            assertThat(request.headers().all("x-tag")).containsExactly("one", "two");
            assertThat(request.headers().all("accept")).containsExactly("application/json");
            assertThat(request.cookies()).containsExactly(new Cookie("session", "abc"), new Cookie("theme", "dark"));
        }

        @ParameterizedTest
        @CsvSource({"null", "{}"})
        void singleValueFormIsTheFallback(String multi) {
            HttpRequest request = read(event().replace("\"headers\":null", "\"headers\":{\"X-A\":\"1\",\"x-b\":null}")
                    .replace("\"multiValueHeaders\":null", "\"multiValueHeaders\":" + multi)
                    .replace("\"queryStringParameters\":null", "\"queryStringParameters\":{\"a b\":\"c&d\",\"e\":null}")
                    .replace(
                            "\"multiValueQueryStringParameters\":null",
                            "\"multiValueQueryStringParameters\":" + multi));

            assertThat(request.headers().names()).containsExactly("x-a");
            assertThat(request.rawQuery()).isEqualTo("a%20b=c%26d&e=");
        }

        @Test
        void orderOfTheTwoFormsDoesNotMatter() {
            HttpRequest request = read("{\"multiValueHeaders\":{\"a\":[\"1\",\"2\"]},\"headers\":{\"a\":\"2\"},"
                    + "\"multiValueQueryStringParameters\":{\"q\":[\"1\",\"2\"]},\"queryStringParameters\":{\"q\":\"2\"},"
                    + "\"httpMethod\":\"GET\",\"path\":\"/\",\"requestContext\":{\"stage\":\"prod\"}}");

            assertThat(request.headers().all("a")).containsExactly("1", "2");
            assertThat(request.rawQuery()).isEqualTo("q=1&q=2");
        }

        @Test
        void absentFlagIsFalse() {
            HttpRequest request = read(event().replace(
                            "\"body\":null,\"isBase64Encoded\":false", "\"body\":\"AAAA\",\"isBase64Encoded\":null"));

            assertThat(request.text()).isEqualTo("AAAA");
        }

        @Test
        void decodedQueryIsEncodedAgainInOrder() {
            HttpRequest request = read(Samples.text("apigateway-aws-proxy"));

            assertThat(request.rawQuery()).isEqualTo("q=tea%20%26%20milk&tag=a%2F%C3%A9&tag=b%2Bc&empty=");
            assertThat(request.query().all("tag")).containsExactly("a/é", "b+c");
            assertThat(request.query("q")).contains("tea & milk");
        }

        @Test
        void everythingMayBeNull() {
            HttpRequest request = read(Samples.text("apigateway-aws-proxy-nulls"));

            assertThat(request.toString()).isEqualTo("GET /orders");
            assertThat(request.headers().size()).isZero();
            assertThat(request.rawQuery()).isEmpty();
            assertThat(request.body().isEmpty()).isTrue();
        }

        @Test
        void base64BodyIsDecoded() {
            HttpRequest request = read(Samples.text("apigateway-http-api-proxy-1.0"));

            assertThat(request.body().bytes()).containsExactly(0, 255, 254, 128);
        }

        @Test
        void addressIsTheGatewaysCaller() {
            HttpRequest request = read(Samples.text("apigateway-aws-proxy"));

            assertThat(request.clientAddress()).contains("192.0.2.7");
        }
    }

    @Nested
    class Refusing {
        @Test
        void eventWithoutItsMarksIsNotOurs() {
            assertThat(read(event().replace("httpMethod", "method"))).isNull();
            assertThat(
                            read(
                                    "{\"httpMethod\":\"GET\",\"path\":\"/\",\"requestContext\":{\"stage\":null,\"identity\":null}}"))
                    .isNull();
            assertThat(read("{\"httpMethod\":\"GET\",\"path\":\"/\",\"resource\":\"/\",\"requestContext\":null}"))
                    .isNull();
        }

        @Test
        void eventWithAnotherKindsMarkIsNotOurs() {
            assertThat(read(event().replace("\"stage\"", "\"elb\":{},\"stage\"")))
                    .isNull();
            assertThat(read(event().replace("\"stage\"", "\"http\":{},\"stage\"")))
                    .isNull();
            assertThat(read(event().replace("{\"resource\"", "{\"version\":\"2.0\",\"resource\"")))
                    .isNull();
            assertThat(read(event().replace("{\"resource\"", "{\"methodArn\":\"arn\",\"resource\"")))
                    .isNull();
        }

        @Test
        void webSocketEventIsNotOursAlthoughItLooksLikeIt() {
            assertThat(read(Samples.text("apigateway-websocket-connect"))).isNull();
        }

        @Test
        void missingPathIsABrokenEvent() {
            assertThatExceptionOfType(AloftException.class)
                    .isThrownBy(() -> read(event().replace("\"path\"", "\"way\"")))
                    .withMessageStartingWith(
                            "ALOFT-203 The API Gateway REST API (or HTTP API with payload format 1.0) event has no path. ");
        }

        @Test
        void malformedBase64IsABrokenEvent() {
            assertThatExceptionOfType(AloftException.class)
                    .isThrownBy(() -> read(event().replace(
                                    "\"body\":null,\"isBase64Encoded\":false",
                                    "\"body\":\"====\",\"isBase64Encoded\":true")))
                    .withMessageStartingWith("ALOFT-203 The event says isBase64Encoded");
        }

        @Test
        void nullBodyNeedsNoBase64() {
            HttpRequest request = read(event().replace("\"isBase64Encoded\":false", "\"isBase64Encoded\":true"));

            assertThat(request.body().isEmpty()).isTrue();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"isBase64Encoded\":false|\"isBase64Encoded\":\"true\"",
                    "\"path\":\"/\"|\"path\":null",
                    "\"multiValueHeaders\":null|\"multiValueHeaders\":{\"a\":\"1\"}",
                    "\"multiValueHeaders\":null|\"multiValueHeaders\":{\"a\":[1]}",
                    "\"headers\":null|\"headers\":{\"a\":1}",
                    "\"headers\":null|\"headers\":\"a: 1\"",
                    "\"queryStringParameters\":null|\"queryStringParameters\":[]",
                    "\"body\":null|\"body\":{\"a\":1}",
                })
        void wrongTypesAreRefused(String right, String wrong) {
            assertThatExceptionOfType(JsonException.class)
                    .isThrownBy(() -> read(event().replace(right, wrong)))
                    .withMessageStartingWith("ALOFT-201 ");
        }
    }

    @Nested
    class Writing {
        @Test
        void textAnswerIsText() {
            String reply = Samples.write(mapper, HttpResponse.ok("Grüße"));

            assertThat(reply)
                    .isEqualTo("{\"statusCode\":200,\"headers\":{\"content-type\":\"text/plain; charset=utf-8\"},"
                            + "\"multiValueHeaders\":{},\"body\":\"Grüße\",\"isBase64Encoded\":false}");
        }

        @Test
        void cookiesAndRepeatedHeadersAreMultiValue() {
            HttpResponse response = HttpResponse.seeOther("/")
                    .addHeader("set-cookie", "a=1")
                    .addHeader("vary", "accept")
                    .addHeader("set-cookie", "b=2")
                    .addHeader("vary", "origin");

            String reply = Samples.write(mapper, response);

            assertThat(reply)
                    .isEqualTo("{\"statusCode\":303,\"headers\":{\"location\":\"/\"},\"multiValueHeaders\":{"
                            + "\"set-cookie\":[\"a=1\",\"b=2\"],\"vary\":[\"accept\",\"origin\"]},"
                            + "\"body\":\"\",\"isBase64Encoded\":false}");
        }

        @Test
        void singleCookieIsMultiValueToo() {
            String reply = Samples.write(mapper, HttpResponse.ok().withCookie(SetCookie.of("a", "1")));

            assertThat(reply).contains("\"headers\":{},\"multiValueHeaders\":{\"set-cookie\":[\"a=1");
        }

        @Test
        void noKeyStandsBesideTheFiveThatTheGatewayKnows() throws Exception {
            HttpResponse response =
                    HttpResponse.ok("x").withCookie(SetCookie.of("a", "1")).addHeader("x-a", "1");

            JsonNode reply = new ObjectMapper().readTree(Samples.write(mapper, response));

            TreeSet<String> names = new TreeSet<>();
            reply.fieldNames().forEachRemaining(names::add);
            assertThat(names)
                    .isEqualTo(new TreeSet<>(
                            List.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded")));
        }

        @Test
        void bytesAreBase64() {
            String reply = Samples.write(mapper, HttpResponse.ok().withBody(new byte[] {-1}, "application/pdf"));

            assertThat(reply).endsWith("\"body\":\"/w==\",\"isBase64Encoded\":true}");
        }
    }

    private HttpRequest read(String event) {
        return Samples.read(new RestApiV1Mapper(), event);
    }

    /** The least that a REST API sends. */
    private static String event() {
        return "{\"resource\":\"/\",\"path\":\"/\",\"httpMethod\":\"GET\",\"headers\":null,\"multiValueHeaders\":null,"
                + "\"queryStringParameters\":null,\"multiValueQueryStringParameters\":null,\"pathParameters\":null,"
                + "\"requestContext\":{\"stage\":\"prod\",\"identity\":null},\"body\":null,\"isBase64Encoded\":false}";
    }
}
