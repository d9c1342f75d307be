package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.HttpRequest;
import org.junit.jupiter.api.Test;

/** Headers and query of an event that has them with one value and with all values per name. */
class TwoFormsTest {
    private static final String REST =
            "{\"httpMethod\":\"GET\",\"path\":\"/\",\"headers\":null,\"multiValueHeaders\":null,"
                    + "\"queryStringParameters\":null,\"multiValueQueryStringParameters\":null,"
                    + "\"requestContext\":{\"stage\":\"prod\"}}";
    private static final String ALB =
            "{\"requestContext\":{\"elb\":{}},\"httpMethod\":\"GET\",\"path\":\"/\",\"headers\":{},"
                    + "\"body\":\"\",\"isBase64Encoded\":false}";

    @Test
    void restApisMultiValueFormWinsPerName() {
        HttpRequest request = Samples.read(
                new RestApiV1Mapper(),
                REST.replace("\"headers\":null", "\"headers\":{\"A\":\"2\",\"b\":\"3\",\"c\":null,\"d\":\"4\"}")
                        .replace(
                                "\"multiValueHeaders\":null",
                                "\"multiValueHeaders\":{\"a\":[\"1\",\"2\"],\"d\":null,\"e\":null}")
                        .replace(
                                "\"queryStringParameters\":null",
                                "\"queryStringParameters\":{\"q\":\"2\",\"r s\":\"3\",\"t\":\"4\"}")
                        .replace(
                                "\"multiValueQueryStringParameters\":null",
                                "\"multiValueQueryStringParameters\":{\"q\":[\"1\",\"2\"],\"t\":null,\"u\":null}"));

        assertThat(request.headers().names()).containsExactly("a", "b", "d");
        assertThat(request.headers().all("a")).containsExactly("1", "2");
        assertThat(request.rawQuery()).isEqualTo("q=1&q=2&r%20s=3&t=4");
    }

    @Test
    void loadBalancersMultiValueFormWinsPerName() {
        HttpRequest request = Samples.read(
                new AlbMapper(),
                ALB.replace(
                        "\"headers\":{},",
                        "\"headers\":{\"a\":\"2\",\"b\":\"3\"},\"multiValueHeaders\":{\"A\":[\"1\",\"2\"],\"c\":null},"
                                + "\"multiValueQueryStringParameters\":{\"q\":[\"1\",\"2\"]},"
                                + "\"queryStringParameters\":{\"q\":\"2\",\"r\":\"%20\"},"));

        assertThat(request.headers().names()).containsExactly("a", "b");
        assertThat(request.headers().all("a")).containsExactly("1", "2");
        assertThat(request.rawQuery()).isEqualTo("q=1&q=2&r=%20");
    }
}
