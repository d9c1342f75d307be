package dev.aloft.azure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aloft.AloftException;
import dev.aloft.HttpRequest;

/** Whatever a client sends and the host makes of it, the body is what was sent or the request is refused with a code. */
class AzureHttpMapperFuzzTest {
    private final AzureApplication application = AzureApplication.get();

    /** The message is a target, a Content-Type and a body, each but the last ended by a line feed. */
    @FuzzTest(maxDuration = "60s")
    void everyRequestIsReadOrRefused(byte[] message) {
        String[] lines = new String(message, ISO_8859_1).split("\n", 3);
        String target = lines[0];
        byte[] sent = lines.length < 3 ? new byte[0] : lines[2].getBytes(ISO_8859_1);
        FakeWorker worker = new FakeWorker("echo", "POST", "http://h" + target)
                .header("content-type", lines.length < 2 ? "" : lines[1])
                .header("content-length", Integer.toString(sent.length))
                .body(withoutMark(new String(sent, UTF_8)));

        HttpRequest request;
        try {
            request =
                    AzureHttpMapper.read(worker.request, new AzureContext(worker.context, worker.request, application));
        } catch (AloftException refused) {
            assertThat(refused.code()).isIn("ALOFT-206", "ALOFT-310");
            assertThat(new String(sent, UTF_8)).contains("\uFFFD");
            return;
        }

        assertThat(request.path()).startsWith("/").doesNotContain("?");
        assertThat(target).endsWith(request.rawQuery());
        assertThat(request.body().length()).isEqualTo(sent.length);
        if (!new String(sent, UTF_8).contains("\uFFFD")) {
            assertThat(request.body().bytes()).isEqualTo(sent);
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
