package dev.aloft.azure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aloft.AloftException;
import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import java.util.Locale;

/** Whatever a client sends and the host makes of it, the body is what was sent or the request is refused with a code. */
class AzureHttpMapperFuzzTest {
    private final AzureApplication application = AzureApplication.get();

    /** The message is a target, a Content-Type and a body, each but the last ended by a line feed. */
    @FuzzTest(maxDuration = "60s")
    void everyRequestIsReadOrRefused(byte[] message) {
        String[] lines = new String(message, ISO_8859_1).split("\n", 3);
        String target = lines[0];
        String contentType = lines.length < 2 ? "" : lines[1];
        byte[] sent = lines.length < 3 ? new byte[0] : lines[2].getBytes(ISO_8859_1);
        String text = isBinary(contentType) ? new String(sent, UTF_8) : HostText.of(sent);
        FakeWorker worker = new FakeWorker("echo", "POST", "http://h" + target)
                .header("content-type", contentType)
                .header("content-length", Integer.toString(sent.length))
                .body(text);

        HttpRequest request;
        try {
            request = AzureHttpMapper.read(
                    worker.request, new AzureContext(worker.context, worker.request, null, application));
        } catch (AloftException refused) {
            assertThat(refused.code()).isIn("ALOFT-206", "ALOFT-310");
            assertThat(isUncertain(text, sent)).isTrue();
            return;
        }

        assertThat(request.path()).startsWith("/").doesNotContain("?");
        assertThat(target).endsWith(request.rawQuery());
        if (!(HostText.isWide(sent) && contentType.toLowerCase(Locale.ROOT).contains("utf-8"))) {
            assertThat(request.body().bytes()).isEqualTo(sent);
        }
    }

    private static boolean isBinary(String contentType) {
        return new ReceivedBody("", Headers.of("content-type", contentType)).isBinary();
    }

    private static boolean isUncertain(String text, byte[] sent) {
        return text.contains("\uFFFD")
                || sent.length != text.getBytes(UTF_8).length
                || sent.length == 2 + 2 * text.length();
    }
}
