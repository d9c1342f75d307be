package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aloft.AloftException;
import dev.aloft.Headers;
import java.nio.charset.StandardCharsets;

/** Whatever comes as a push, a task or an event becomes one with an identity, or is refused with a code. */
class EventFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void everyPushIsReadOrRefused(byte[] message) {
        ReceivedRequest received = new ReceivedRequest(new String(message, StandardCharsets.ISO_8859_1));
        Headers headers = GoogleHttpMapper.headers(received);
        EventRequest request = new EventRequest(received.getMethod(), "", headers, received.content());

        try {
            Arrival arrival = read(request);

            assertThat(arrival.item().id()).isNotBlank();
            assertThat(arrival.origin().name()).isNotNull();
        } catch (AloftException refused) {
            assertThat(refused.code()).isIn("ALOFT-201", "ALOFT-233");
        }
        boolean push = PubSubMapper.isPush(request.body());
        assertThat(push && !new String(request.body(), StandardCharsets.UTF_8).contains("{"))
                .isFalse();
    }

    private static Arrival read(EventRequest request) {
        if (UnwrappedPushMapper.recognises(request.headers())) {
            return UnwrappedPushMapper.read(request.headers(), request.body());
        }
        if (CloudTasksMapper.recognises(request.headers())) {
            return CloudTasksMapper.read(request.headers(), request.body());
        }
        return PubSubMapper.read(request.body()).push(request);
    }
}
