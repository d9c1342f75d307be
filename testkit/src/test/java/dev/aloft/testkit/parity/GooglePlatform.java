package dev.aloft.testkit.parity;

import dev.aloft.gcp.GcpEntryPoint;
import dev.aloft.testkit.runtime.GoogleInvokerHarness;
import dev.aloft.testkit.runtime.HttpReply;
import java.io.IOException;
import java.nio.file.Path;

/** Google's own invoker as a child process. */
final class GooglePlatform implements Platform {
    private final GoogleInvokerHarness invoker;

    GooglePlatform(Path jar) {
        invoker = GoogleInvokerHarness.builder()
                .code(jar)
                .target(GcpEntryPoint.class.getName())
                .start();
    }

    @Override
    public String name() {
        return "Google";
    }

    @Override
    public Observation send(Exchange exchange) throws IOException {
        HttpReply reply = invoker.send(LocalPlatform.raw(exchange));
        return Observation.of(reply.status(), reply.fields(), reply.body());
    }

    @Override
    public void close() {
        invoker.close();
    }
}
