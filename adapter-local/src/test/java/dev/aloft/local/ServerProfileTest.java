package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server plays a platform in step with the machine's clock. */
@Timeout(60)
class ServerProfileTest {
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final LocalFunctions functions = LocalFunctions.of(Functions.builder()
                    .queue("ship-order", "orders", String.class, (message, context) -> seen.add(message.payload()))
                    .build())
            .startingAt(Instant.now());

    private LocalServer serve() {
        return LocalServer.start(
                functions,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                TestServer.LIMITS,
                new Console(new PrintStream(out, true), new PrintStream(out, true)));
    }

    @Test
    void underTheStrictProfileAMessageComesTwiceInRealTime() throws Exception {
        try (LocalServer server = serve()) {
            RawClient.Reply reply = post(server, "o-1");

            assertThat(reply.status()).isEqualTo(202);
            assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("o-1");
            assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("o-1");
            assertThat(Duration.between(functions.now(), Instant.now()).abs()).isLessThan(Duration.ofSeconds(30));
            // What became of a delivery is clear when the time is over that it takes on the platform.
            while (functions.outcomes("ship-order").duplicates() == 0) {
                LockSupport.parkNanos(5_000_000);
            }
        }

        assertThat(functions.outcomes("ship-order").handled()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("queue orders ship-order handled ");
    }

    @Test
    void whatIsTooLargeIsRefusedAsThePlatformDoes() throws Exception {
        try (LocalServer server = serve()) {
            RawClient.Reply reply = post(server, "x".repeat(49_153));

            assertThat(reply.status()).isEqualTo(413);
            assertThat(reply.text()).contains("\"code\":\"ALOFT-142\"");
        }
        assertThat(seen).isEmpty();
    }

    private static RawClient.Reply post(LocalServer server, String body) throws IOException {
        return RawClient.exchange(
                server.uri(),
                "POST /_local/queues/orders HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body);
    }
}
