package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.cloud.functions.HttpRequest.HttpPart;
import dev.aloft.AloftException;
import dev.aloft.HttpRequest;
import java.io.IOException;
import java.util.Map;

/** Whatever a client sends, it becomes a request or is refused with a code. */
class GoogleHttpMapperFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void everyRequestIsReadOrRefused(FuzzedDataProvider data) throws IOException {
        com.google.cloud.functions.HttpRequest received = received(data);

        try {
            HttpRequest request = GoogleHttpMapper.read(received, GoogleHttpMapper.headers(received));

            assertThat(request.path()).startsWith("/").doesNotContain("?", "#");
            if (MultipartBoundary.of(request.contentType().orElse("")) != null
                    && !request.body().isEmpty()) {
                assertThat(request.body().parts()).hasSizeLessThan(3);
            }
        } catch (AloftException refused) {
            assertThat(refused.code()).matches("ALOFT-(205|30\\d)");
        }
    }

    private static com.google.cloud.functions.HttpRequest received(FuzzedDataProvider data) {
        String uri = data.consumeString(60);
        String contentType = data.consumeBoolean() ? "multipart/form-data; boundary=" : data.consumeString(20);
        com.google.cloud.functions.HttpRequest request = Framework.request(
                data.consumeAsciiString(10),
                uri,
                data.consumeBytes(40),
                "Content-Type",
                contentType + data.consumeString(10),
                "X-Forwarded-For",
                data.consumeString(30),
                "X-Cloud-Trace-Context",
                data.consumeString(60));
        Map<String, HttpPart> parts = Map.of(
                "a",
                Framework.part(
                        data.consumeBytes(40),
                        "Content-Disposition",
                        "form-data; name="
                                + data.consumeAsciiString(10).replace('\r', ' ').replace('\n', ' ')));
        org.mockito.Mockito.when(request.getParts()).thenReturn(parts);
        org.mockito.Mockito.when(request.getContentLength()).thenReturn((long) data.consumeInt(-1, 200));
        return request;
    }
}
