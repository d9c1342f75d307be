package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerResponseEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor's own event classes see the same in our samples and replies as our mappers do. */
class VendorEventsTest {
    private static final HttpResponse RESPONSE = HttpResponse.of(418)
            .withText("short and stout")
            .addHeader("x-tag", "one")
            .addHeader("set-cookie", "a=1")
            .addHeader("set-cookie", "b=2");

    /** Knows every key of a reply, but not every one of an event: the vendor's classes lag behind the vendor's events. */
    private final ObjectMapper strict = new ObjectMapper();

    private final ObjectMapper lenient = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @ParameterizedTest
    @ValueSource(strings = {"apigateway-aws-proxy", "apigateway-aws-proxy-nulls", "apigateway-http-api-proxy-1.0"})
    void format1IsReadAlike(String sample) throws JsonProcessingException {
        APIGatewayProxyRequestEvent vendor = lenient.readValue(Samples.text(sample), APIGatewayProxyRequestEvent.class);

        HttpRequest request = Samples.read(new RestApiV1Mapper(), Samples.text(sample));

        assertThat(request.method()).isEqualTo(vendor.getHttpMethod());
        assertThat(PathText.repaired(vendor.getPath())).endsWith(request.path());
        assertThat(request.clientAddress())
                .contains(vendor.getRequestContext().getIdentity().getSourceIp());
        assertThat(request.headers().size()).isEqualTo(size(vendor.getMultiValueHeaders()));
        assertThat(request.query().size()).isEqualTo(size(vendor.getMultiValueQueryStringParameters()));
        if (vendor.getMultiValueQueryStringParameters() != null) {
            vendor.getMultiValueQueryStringParameters()
                    .forEach((name, values) ->
                            assertThat(request.query().all(name)).isEqualTo(values));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"apigateway-http-api-proxy", "apigateway-http-api-proxy-stage", "lambda-function-url"})
    void format2IsReadAlike(String sample) throws JsonProcessingException {
        APIGatewayV2HTTPEvent vendor = lenient.readValue(Samples.text(sample), APIGatewayV2HTTPEvent.class);

        HttpRequest request = Samples.read(new HttpApiV2Mapper(), Samples.text(sample));

        assertThat(request.method())
                .isEqualTo(vendor.getRequestContext().getHttp().getMethod());
        assertThat(request.rawQuery()).isEqualTo(vendor.getRawQueryString());
        assertThat(request.cookies())
                .hasSize(vendor.getCookies() == null ? 0 : vendor.getCookies().size());
        vendor.getHeaders()
                .forEach(
                        (name, value) -> assertThat(request.headers().all(name)).containsExactly(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alb-request", "alb-request-multi-value"})
    void loadBalancerIsReadAlike(String sample) throws JsonProcessingException {
        ApplicationLoadBalancerRequestEvent vendor =
                lenient.readValue(Samples.text(sample), ApplicationLoadBalancerRequestEvent.class);

        HttpRequest request = Samples.read(new AlbMapper(), Samples.text(sample));

        assertThat(request.method()).isEqualTo(vendor.getHttpMethod());
        assertThat(request.path()).isEqualTo(vendor.getPath());
        int lines = vendor.getHeaders() == null
                ? size(vendor.getMultiValueHeaders())
                : vendor.getHeaders().size();
        assertThat(request.headers().size()).isEqualTo(lines);
    }

    @Test
    void format1ReplyHasTheVendorsKeysAlone() throws JsonProcessingException {
        String reply = Samples.write(new RestApiV1Mapper(), RESPONSE);

        APIGatewayProxyResponseEvent vendor = strict.readValue(reply, APIGatewayProxyResponseEvent.class);

        assertThat(vendor.getStatusCode()).isEqualTo(418);
        assertThat(vendor.getHeaders()).containsEntry("x-tag", "one");
        assertThat(vendor.getMultiValueHeaders()).containsExactly(Map.entry("set-cookie", List.of("a=1", "b=2")));
        assertThat(vendor.getBody()).isEqualTo("short and stout");
        assertThat(vendor.getIsBase64Encoded()).isFalse();
    }

    @Test
    void format2ReplyHasTheVendorsKeysAlone() throws JsonProcessingException {
        String reply = Samples.write(new HttpApiV2Mapper(), RESPONSE);

        APIGatewayV2HTTPResponse vendor = strict.readValue(reply, APIGatewayV2HTTPResponse.class);

        assertThat(vendor.getStatusCode()).isEqualTo(418);
        assertThat(vendor.getHeaders()).containsEntry("x-tag", "one").doesNotContainKey("set-cookie");
        assertThat(vendor.getCookies()).containsExactly("a=1", "b=2");
        assertThat(vendor.getBody()).isEqualTo("short and stout");
    }

    @Test
    void loadBalancerReplyHasTheVendorsKeysAlone() throws JsonProcessingException {
        AlbMapper mapper = new AlbMapper();
        Samples.read(mapper, Samples.text("alb-request-multi-value"));

        ApplicationLoadBalancerResponseEvent vendor =
                strict.readValue(Samples.write(mapper, RESPONSE), ApplicationLoadBalancerResponseEvent.class);

        assertThat(vendor.getStatusCode()).isEqualTo(418);
        assertThat(vendor.getStatusDescription()).isEqualTo("418 Client Error");
        assertThat(vendor.getMultiValueHeaders()).containsEntry("set-cookie", List.of("a=1", "b=2"));
        assertThat(vendor.getBody()).isEqualTo("short and stout");
    }

    private static int size(Map<String, List<String>> values) {
        return values == null
                ? 0
                : values.values().stream().mapToInt(List::size).sum();
    }
}
