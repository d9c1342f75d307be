package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeEventTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"requestContext\":{\"stage\":\"prod\"}",
                "\"requestContext\":{\"resourcePath\":\"/\"}",
                "\"requestContext\":{\"identity\":{}}",
                "\"resource\":\"/\",\"requestContext\":{\"accountId\":\"1\"}"
            })
    void oneMarkOfApiGatewayIsEnoughButNotBesideAnother(String mark) {
        String event = "{\"httpMethod\":\"GET\",\"path\":\"/a\"," + mark;

        assertThat(read(event + "}").path()).isEqualTo("/a");
        assertThat(read(event + ",\"type\":\"REQUEST\"}")).isNull();
        assertThat(read(event + ",\"version\":\"2.0\"}")).isNull();
        assertThat(read(event.replace("Context\":{", "Context\":{\"elb\":{},") + "}"))
                .isNull();
        assertThat(NativeEvent.mapper((event + "}").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RestApiV1Mapper.class);
    }

    private static HttpRequest read(String event) {
        return Samples.read(new RestApiV1Mapper(), event);
    }
}
