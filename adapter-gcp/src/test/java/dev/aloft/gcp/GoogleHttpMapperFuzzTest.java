package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aloft.AloftException;
import dev.aloft.HttpRequest;
import dev.aloft.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever a client sends, it becomes a request without loss or is refused with a code. */
class GoogleHttpMapperFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void everyRequestIsReadOrRefused(byte[] message) throws IOException {
        ReceivedRequest received = new ReceivedRequest(new String(message, StandardCharsets.ISO_8859_1));

        HttpRequest request;
        try {
            request = GoogleHttpMapper.read(received, GoogleHttpMapper.headers(received));
        } catch (AloftException refused) {
            assertThat(refused.code()).isIn("ALOFT-205", "ALOFT-308");
            return;
        }

        CloudTrace trace = CloudTrace.of(request.headers());
        assertThat(trace == null || trace.traceId.length() == 32).isTrue();
        assertThat(request.path()).startsWith("/").doesNotContain("?", "#");
        if (received.eaten()) {
            List<Part> parts = request.body().parts();
            assertThat(parts).hasSize(1);
            assertThat(parts.get(0).body()).isEqualTo(received.content());
        } else {
            assertThat(request.body().bytes()).isEqualTo(received.content());
        }
    }
}
