package dev.aloft.testkit.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aloft.AloftException;
import dev.aloft.Event;
import dev.aloft.Headers;
import dev.aloft.runtime.cloudevents.CloudEventReader;
import dev.aloft.runtime.cloudevents.ContentMode;
import java.nio.charset.StandardCharsets;

/**
 * Whatever comes is read or refused with a code, and what could be written as it is would be read the same again. The input is
 * header lines, an empty line, the body.
 */
class CloudEventFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void everyMessageIsReadOrRefused(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n");
        Headers headers = headers(end < 0 ? "" : text.substring(0, end));
        byte[] body = text.substring(end < 0 ? 0 : end + 2).getBytes(StandardCharsets.ISO_8859_1);

        try {
            switch (ContentMode.of(headers)) {
                case BINARY -> check(CloudEventReader.binary(headers, body));
                case BATCH ->
                    CloudEventReader.batch(body).forEach(element -> check(CloudEventReader.structured(element)));
                case STRUCTURED, NONE, OTHER_FORMAT -> check(CloudEventReader.structured(body));
            }
        } catch (AloftException refused) {
            assertThat(refused.code()).isIn("ALOFT-201", "ALOFT-230");
        }
    }

    private static Headers headers(String lines) {
        Headers.Builder headers = Headers.builder();
        for (String line : lines.split("\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return headers.build();
    }

    private static void check(Event event) {
        GoogleRequest structured;
        GoogleRequest binary;
        try {
            structured = CloudEventWriter.structured(event);
            binary = CloudEventWriter.binary(event);
        } catch (AloftException lenientlyRead) {
            assertThat(lenientlyRead.code()).isEqualTo("ALOFT-231");
            return;
        }
        assertThat(CloudEventReader.structured(structured.body())).isEqualTo(event);
        assertThat(CloudEventReader.binary(binary.headers(), binary.body())).isEqualTo(event);
    }
}
