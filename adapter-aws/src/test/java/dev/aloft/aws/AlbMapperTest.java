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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlbMapperTest {
    private final AlbMapper mapper = new AlbMapper();

    @Nested
    class Reading {
        @Test
        void singleValueFormIsRead() {
            HttpRequest request = read(Samples.text("alb-request"));

            assertThat(request.toString()).isEqualTo("GET /orders/a%20b");
            assertThat(request.header("User-Agent")).contains("ELB-HealthChecker/2.0");
            assertThat(request.cookies()).containsExactly(new Cookie("session", "abc"), new Cookie("theme", "dark"));
            assertThat(request.body().isEmpty()).isTrue();
        }

        @Test
        void multiValueFormIsRead() {
            HttpRequest request = read(Samples.text("alb-request-multi-value"));

            assertThat(request.headers().all("x-tag")).containsExactly("one", "two");
            assertThat(request.body().bytes()).containsExactly(0, 255, 254, 128);
        }

        @Test
        void queryIsNotDecodedByTheLoadBalancerSoNotEncodedAgain() {
            HttpRequest single = read(Samples.text("alb-request"));
            HttpRequest multi = read(Samples.text("alb-request-multi-value"));

            assertThat(single.rawQuery()).isEqualTo("tag=a%2Bb&q=c+d");
            assertThat(multi.rawQuery()).isEqualTo("tag=a%2Bb&tag=c+d&redirect=https%3A%2F%2Fexample.com%2F");
            assertThat(multi.query().all("tag")).containsExactly("a+b", "c d");
        }

        @Test
        void absentFlagIsFalse() {
            HttpRequest request =
                    read(event().replace("\"body\":\"\"", "\"body\":\"AAAA\"").replace("false", "null"));

            assertThat(request.text()).isEqualTo("AAAA");
        }

        @Test
        void addressIsTheOneThatTheLoadBalancerAdded() {
            assertThat(read(Samples.text("alb-request")).clientAddress()).contains("192.0.2.7");
            assertThat(read(Samples.text("alb-request-multi-value")).clientAddress())
                    .contains("192.0.2.7");
        }

        @Test
        void addressMayBeUnknown() {
            HttpRequest request = read(event());

            assertThat(request.clientAddress()).isEmpty();
        }

        @Test
        void absentMapsAreEmpty() {
            HttpRequest request =
                    read(event().replace("\"headers\":{},", "\"headers\":null,\"queryStringParameters\":null,"));

            assertThat(request.headers().size()).isZero();
            assertThat(request.rawQuery()).isEmpty();
        }
    }

    @Nested
    class Refusing {
        @Test
        void eventWithoutItsMarksIsNotOurs() {
            assertThat(read(event().replace("\"elb\":{}", "\"elb\":null"))).isNull();
            assertThat(read(event().replace("httpMethod", "method"))).isNull();
        }

        @Test
        void eventWithAnotherKindsMarkIsNotOurs() {
            assertThat(read(event().replace("\"elb\"", "\"stage\":\"prod\",\"elb\"")))
                    .isNull();
            assertThat(read(event().replace("\"elb\"", "\"http\":{},\"elb\""))).isNull();
            assertThat(read(event().replace("\"elb\"", "\"identity\":{},\"elb\"")))
                    .isNull();
            assertThat(read(event().replace("\"elb\"", "\"resourcePath\":\"/\",\"elb\"")))
                    .isNull();
            assertThat(read(event().replace("{\"requestContext\"", "{\"version\":\"2.0\",\"requestContext\"")))
                    .isNull();
        }

        @Test
        void missingPathIsABrokenEvent() {
            assertThatExceptionOfType(AloftException.class)
                    .isThrownBy(() -> read(event().replace("\"path\"", "\"way\"")))
                    .withMessageStartingWith("ALOFT-203 The Application Load Balancer event has no path. ");
        }

        @Test
        void flagThatIsNoBooleanIsRefused() {
            assertThatExceptionOfType(JsonException.class)
                    .isThrownBy(() -> read(event().replace("false", "\"true\"")))
                    .withMessageStartingWith("ALOFT-201 ");
        }
    }

    @Nested
    class Writing {
        @Test
        void answerToTheSingleValueFormIsSingleValue() {
            read(mapper, Samples.text("alb-request"));

            String reply = Samples.write(
                    mapper, HttpResponse.ok("hi").addHeader("vary", "a").addHeader("vary", "b"));

            assertThat(reply)
                    .isEqualTo("{\"statusCode\":200,\"statusDescription\":\"200 OK\",\"headers\":{"
                            + "\"content-type\":\"text/plain; charset=utf-8\",\"vary\":\"a, b\"},"
                            + "\"body\":\"hi\",\"isBase64Encoded\":false}");
        }

        @Test
        void answerToTheMultiValueFormIsMultiValue() {
            read(mapper, Samples.text("alb-request-multi-value"));

            String reply = Samples.write(
                    mapper,
                    HttpResponse.created("/1").addHeader("set-cookie", "a=1").addHeader("set-cookie", "b=2"));

            assertThat(reply)
                    .isEqualTo("{\"statusCode\":201,\"statusDescription\":\"201 Created\",\"multiValueHeaders\":{"
                            + "\"location\":[\"/1\"],\"set-cookie\":[\"a=1\",\"b=2\"]},"
                            + "\"body\":\"\",\"isBase64Encoded\":false}");
            assertThat(mapper.warning(HttpResponse.ok())).isNull();
        }

        @Test
        void cookiesInTheSingleValueFormDifferInCase() {
            HttpResponse response = HttpResponse.ok()
                    .addHeader("set-cookie", "a=1")
                    .addHeader("set-cookie", "b=2")
                    .addHeader("set-cookie", "c=3")
                    .addHeader("set-cookie", "d=4");

            String reply = Samples.write(mapper, response);

            assertThat(reply)
                    .contains("\"headers\":{\"set-cookie\":\"a=1\",\"Set-cookie\":\"b=2\",\"sEt-cookie\":\"c=3\","
                            + "\"SEt-cookie\":\"d=4\"}");
        }

        @Test
        void fiveHundredCookiesHaveAsManyNames() throws Exception {
            HttpResponse response = HttpResponse.ok();
            for (int i = 0; i < 512; i++) {
                response = response.addHeader("set-cookie", "c" + i + "=1");
            }

            JsonNode headers =
                    new ObjectMapper().readTree(Samples.write(mapper, response)).get("headers");

            assertThat(headers.size()).isEqualTo(512);
            headers.fieldNames().forEachRemaining(name -> assertThat(name).isEqualToIgnoringCase("set-cookie"));
        }

        @Test
        void severalCookiesInTheSingleValueFormAreWorthAWarning() {
            HttpResponse one = HttpResponse.ok().withCookie(SetCookie.of("a", "1"));
            HttpResponse two = one.withCookie(SetCookie.of("b", "2"));

            assertThat(mapper.warning(one)).isNull();
            assertThat(mapper.warning(two))
                    .isEqualTo(
                            "An answer sets 2 cookies, but the load balancer's target group takes one value per header name;"
                                    + " they are sent under names that differ in case. Set the target group's attribute"
                                    + " lambda.multi_value_headers.enabled to true.");
        }

        @ParameterizedTest
        @CsvSource({
            "204, 204 No Content",
            "299, 299 Success",
            "304, 304 Not Modified",
            "418, 418 Client Error",
            "429, 429 Too Many Requests",
            "503, 503 Service Unavailable",
            "599, 599 Server Error"
        })
        void descriptionSaysTheStatus(int status, String description) {
            String reply = Samples.write(mapper, HttpResponse.of(status));

            assertThat(reply)
                    .startsWith("{\"statusCode\":" + status + ",\"statusDescription\":\"" + description + "\",");
        }

        @Test
        void limitIsTheLoadBalancers() {
            assertThat(mapper.limit()).isEqualTo(1024 * 1024);
        }
    }

    private HttpRequest read(String event) {
        return read(new AlbMapper(), event);
    }

    private static HttpRequest read(AlbMapper mapper, String event) {
        return Samples.read(mapper, event);
    }

    /** The least that a load balancer sends. */
    private static String event() {
        return "{\"requestContext\":{\"elb\":{}},\"httpMethod\":\"GET\",\"path\":\"/\",\"headers\":{},\"body\":\"\","
                + "\"isBase64Encoded\":false}";
    }
}
