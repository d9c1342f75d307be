package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import dev.aloft.Cookie;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.SetCookie;
import dev.aloft.runtime.json.JsonException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpApiV2MapperTest {
    private final HttpApiV2Mapper mapper = new HttpApiV2Mapper();

    @Nested
    class Reading {
        @Test
        void methodAndTextBodySurvive() {
            HttpRequest request = read(Samples.text("apigateway-http-api-proxy"));

            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.text()).isEqualTo("{\"item\":\"Tee für zwei\"}");
        }

        @Test
        void pathThatAnHttpApiDecodedIsEncodedAgain() {
            HttpRequest request = read(Samples.text("apigateway-http-api-proxy"));

            assertThat(request.path()).isEqualTo("/orders/a%20b/caf%C3%A9/100%25");
        }

        @Test
        void pathOfAFunctionUrlIsAsItWasSent() {
            HttpRequest request = read(Samples.text("lambda-function-url"));

            assertThat(request.path()).isEqualTo("/orders/a%20b/caf%C3%A9");
        }

        @Test
        void queryIsTheRawOneSinceParametersJoinRepeats() {
            HttpRequest request = read(Samples.text("apigateway-http-api-proxy"));

            assertThat(request.rawQuery()).isEqualTo("tag=a%2Fb&tag=c+d&empty=");
            assertThat(request.query().all("tag")).containsExactly("a/b", "c d");
        }

        @Test
        void cookiesBecomeOneHeader() {
            HttpRequest request = read(Samples.text("apigateway-http-api-proxy"));

            assertThat(request.headers().all("cookie")).containsExactly("session=abc; theme=dark");
            assertThat(request.cookies()).containsExactly(new Cookie("session", "abc"), new Cookie("theme", "dark"));
        }

        @Test
        void cookiesOfAFunctionUrlAreNotDoubled() {
            HttpRequest request = read(Samples.text("lambda-function-url"));

            assertThat(request.headers().all("cookie")).containsExactly("session=abc; theme=dark");
        }

        @Test
        void cookieHeaderCountsWhereThereIsNoCookieList() {
            HttpRequest request =
                    read(event().replace("\"headers\":{}", "\"headers\":{\"Cookie\":\"a=1\"},\"cookies\":null"));

            assertThat(request.headers().all("cookie")).containsExactly("a=1");
        }

        @Test
        void headerNamesIgnoreCase() {
            HttpRequest request = read(Samples.text("apigateway-http-api-proxy"));

            assertThat(request.headers().all("x-tag")).containsExactly("one,two");
        }

        @Test
        void base64BodyIsDecoded() {
            HttpRequest request = read(Samples.text("lambda-function-url"));

            assertThat(request.body().form().first("a")).contains("1");
        }

        @Test
        void base64FlagMayComeBeforeTheBody() {
            HttpRequest request =
                    read(event().replace("{\"version\"", "{\"isBase64Encoded\":true,\"body\":\"AP8=\",\"version\""));

            assertThat(request.body().bytes()).containsExactly(0, 255);
        }

        @Test
        void addressHasNoPrefixLength() {
            HttpRequest request = read(Samples.text("apigateway-http-api-proxy"));

            assertThat(request.clientAddress()).contains("192.0.2.7");
        }

        @Test
        void absentBodyIsEmpty() {
            HttpRequest request = read(Samples.text("apigateway-http-api-proxy-stage"));

            assertThat(request.body().isEmpty()).isTrue();
            assertThat(request.rawQuery()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "blue, a1b2.execute-api.eu-central-1.amazonaws.com, /blue/orders, /orders",
            "blue, a1b2.execute-api.cn-north-1.amazonaws.com.cn, /blue/orders, /orders",
            "blue, a1b2.execute-api.eu-central-1.amazonaws.com, /blue/, /",
            "blue, a1b2.execute-api.eu-central-1.amazonaws.com, /blue, /",
            "blue, a1b2.execute-api.eu-central-1.amazonaws.com, /bluebird, /bluebird",
            "blue, a1b2.execute-api.eu-central-1.amazonaws.com, /orders/blue, /orders/blue",
            "blue, api.example.com, /blue/orders, /blue/orders",
            "$default, a1b2.execute-api.eu-central-1.amazonaws.com, /$default/orders, /$default/orders",
        })
        void stageIsTakenOffWhereAnHttpApiPutsIt(String stage, String domain, String rawPath, String path) {
            HttpRequest request = read(event().replace("\"rawPath\":\"/\"", "\"rawPath\":\"" + rawPath + "\"")
                    .replace("$default", stage)
                    .replace("api.example.com", domain));

            assertThat(request.path()).isEqualTo(path);
        }

        @Test
        void unknownFieldsAreTolerated() {
            HttpRequest request = read(event().replace("{\"version\"", "{\"new\":[{\"a\":null}],\"version\""));

            assertThat(request.method()).isEqualTo("GET");
        }
    }

    @Nested
    class Refusing {
        @Test
        void eventWithoutItsMarksIsNotOurs() {
            assertThat(read(event().replace("2.0", "3.0"))).isNull();
            assertThat(read(event().replace("\"http\":", "\"https\":"))).isNull();
        }

        @Test
        void eventWithAnotherKindsMarkIsNotOurs() {
            assertThat(read(event().replace("\"http\":", "\"elb\":{},\"http\":")))
                    .isNull();
            assertThat(read(event().replace("\"http\":", "\"connectionId\":\"c\",\"http\":")))
                    .isNull();
            assertThat(read(event().replace("{\"version\"", "{\"Records\":[],\"version\"")))
                    .isNull();
            assertThat(read(event().replace("{\"version\"", "{\"httpMethod\":\"GET\",\"version\"")))
                    .isNull();
        }

        @Test
        void missingPathIsABrokenEvent() {
            assertThatExceptionOfType(AloftException.class)
                    .isThrownBy(() -> read(event().replace("rawPath", "otherPath")))
                    .withMessage(
                            "ALOFT-203 The API Gateway HTTP API (payload format 2.0) or function URL event has no rawPath. The"
                                    + " sender of the event must follow the payload version that it declares; a hand-made test event"
                                    + " must be complete.");
        }

        @Test
        void missingMethodIsABrokenEvent() {
            assertThatExceptionOfType(AloftException.class)
                    .isThrownBy(() -> read(event().replace("\"method\":\"GET\"", "\"verb\":\"GET\"")))
                    .withMessageContaining(" event has no requestContext.http.method. ");
        }

        @ParameterizedTest
        @CsvSource({"====", "a", "ab", "YQ", "_-8=", "'AA\\nAA'", "'AAAA '"})
        void malformedBase64IsABrokenEvent(String body) {
            String event =
                    event().replace("{\"version\"", "{\"body\":\"" + body + "\",\"isBase64Encoded\":true,\"version\"");

            assertThatExceptionOfType(AloftException.class)
                    .isThrownBy(() -> read(event))
                    .withMessageStartingWith(
                            "ALOFT-203 The event says isBase64Encoded, but its body is not base64 (RFC 4648,"
                                    + " section 4, with padding). ");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"isBase64Encoded\":\"true\"",
                    "\"rawPath\":7",
                    "\"headers\":[]",
                    "\"headers\":{\"a\":[\"1\"]}",
                    "\"cookies\":\"a=1\"",
                    "\"cookies\":[null]",
                    "\"body\":{}",
                })
        void wrongTypesAreRefused(String field) {
            String event = event().replace("\"headers\":{}", "\"x\":1").replace("\"rawPath\":\"/\"", "\"y\":1");

            assertThatExceptionOfType(JsonException.class)
                    .isThrownBy(() -> read(event.replace("{\"version\"", "{" + field + ",\"version\"")))
                    .withMessageStartingWith("ALOFT-201 ");
        }

        @Test
        void absentFlagIsFalse() {
            String event = "{\"body\":\"AAAA\",\"isBase64Encoded\":null," + event().substring(1);

            assertThat(read(event.replace(",\"isBase64Encoded\":false", "")).text())
                    .isEqualTo("AAAA");
        }

        @Test
        void duplicateNamesAreRefused() {
            assertThatExceptionOfType(JsonException.class)
                    .isThrownBy(() -> read(event().replace("{\"version\"", "{\"rawPath\":\"/admin\",\"version\"")));
        }
    }

    @Nested
    class Writing {
        @Test
        void textAnswerIsText() {
            String reply = Samples.write(mapper, HttpResponse.ok("Grüße, \"Ada\""));

            assertThat(reply)
                    .isEqualTo(
                            "{\"statusCode\":200,\"headers\":{\"content-type\":\"text/plain; charset=utf-8\"},\"cookies\":[],"
                                    + "\"body\":\"Grüße, \\\"Ada\\\"\",\"isBase64Encoded\":false}");
        }

        @Test
        void cookiesHaveAListOfTheirOwn() {
            HttpResponse response =
                    HttpResponse.noContent().withCookie(SetCookie.of("a", "1")).withCookie(SetCookie.of("b", "2"));

            String reply = Samples.write(mapper, response);

            assertThat(reply).contains("\"headers\":{},\"cookies\":[\"a=1").contains("\",\"b=2");
        }

        @Test
        void repeatedHeadersAreJoined() {
            HttpResponse response = HttpResponse.of(202)
                    .addHeader("vary", "accept")
                    .addHeader("x-tag", "1")
                    .addHeader("Vary", "origin");

            String reply = Samples.write(mapper, response);

            assertThat(reply)
                    .isEqualTo(
                            "{\"statusCode\":202,\"headers\":{\"vary\":\"accept, origin\",\"x-tag\":\"1\"},\"cookies\":[],"
                                    + "\"body\":\"\",\"isBase64Encoded\":false}");
        }

        @Test
        void bytesAreBase64() {
            String reply = Samples.write(mapper, HttpResponse.ok().withBody(new byte[] {0, -1, -2}, "image/png"));

            assertThat(reply)
                    .isEqualTo("{\"statusCode\":200,\"headers\":{\"content-type\":\"image/png\"},\"cookies\":[],"
                            + "\"body\":\"AP/+\",\"isBase64Encoded\":true}");
        }
    }

    private HttpRequest read(String event) {
        return Samples.read(new HttpApiV2Mapper(), event);
    }

    /** The least that an HTTP API sends. */
    private static String event() {
        return "{\"version\":\"2.0\",\"routeKey\":\"$default\",\"rawPath\":\"/\",\"rawQueryString\":\"\",\"headers\":{},"
                + "\"requestContext\":{\"domainName\":\"api.example.com\",\"http\":{\"method\":\"GET\",\"sourceIp\":\"192.0.2.7\"},"
                + "\"stage\":\"$default\"}}";
    }
}
