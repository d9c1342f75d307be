package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aloft.AloftException;
import dev.aloft.Headers;
import java.nio.charset.StandardCharsets;

/** Whatever comes as a push, a task, a job or an event becomes one with an identity, or is refused with a code. */
class EventFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void everyPushIsReadOrRefused(byte[] message) {
        ReceivedRequest received = new ReceivedRequest(new String(message, StandardCharsets.ISO_8859_1));
        Headers headers = GoogleHttpMapper.headers(received);
        byte[] body = received.content();

        try {
            Arrival arrival = read(headers, body);

            assertThat(arrival.item.id()).isNotBlank();
            assertThat(arrival.origin.name()).isNotNull();
        } catch (AloftException refused) {
            assertThat(refused.code()).isIn("ALOFT-201", "ALOFT-233", "ALOFT-260");
        }
        boolean push = PubSubMapper.isPush(body);
        assertThat(push && !new String(body, StandardCharsets.UTF_8).contains("{"))
                .isFalse();
    }

    private static Arrival read(Headers headers, byte[] body) {
        if (UnwrappedPushMapper.recognises(headers)) {
            return UnwrappedPushMapper.read(headers, body, true);
        }
        if (CloudTasksMapper.recognises(headers)) {
            return CloudTasksMapper.read(headers, body);
        }
        if (headers.contains(SchedulerMapper.JOB)) {
            return SchedulerMapper.request(headers, body);
        }
        return PubSubMapper.read(body).push("", body, true);
    }
}
