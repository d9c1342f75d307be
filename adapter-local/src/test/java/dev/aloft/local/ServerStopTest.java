package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ServerStopTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    @Test
    void whatHasBegunIsAnsweredAndIdleConnectionsAreClosedAtOnce() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Functions slow = Functions.builder()
                .http("slow", "GET", "/slow", (request, context) -> {
                    begun.countDown();
                    goOn.await();
                    return HttpResponse.ok("done");
                })
                .http("fast", "GET", "/", (request, context) -> HttpResponse.ok())
                .build();
        TestServer server = TestServer.start(slow, TestServer.LIMITS);
        try (RawClient busy = server.connect();
                RawClient idle = server.connect()) {
            assertThat(idle.send(GET).read().status()).isEqualTo(200);
            busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);

            assertThat(idle.isClosedByServer()).isTrue();
            assertThat(stopped).isNotDone();
            goOn.countDown();
            RawClient.Reply reply = busy.read();
            assertThat(reply.text()).isEqualTo("done");
            assertThat(reply.has("connection: close")).isTrue();
            assertThat(busy.isClosedByServer()).isTrue();
            assertThat(stopped).succeedsWithin(Duration.ofSeconds(10));
        }
        assertThat(server.errors()).isEmpty();
    }

    @Test
    @Timeout(30)
    void whatTakesTooLongIsInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Functions endless = Functions.builder()
                .http("endless", "GET", "/", (request, context) -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.complete(true);
                    }
                    return HttpResponse.ok();
                })
                .build();
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Acceptor acceptor = new Acceptor(socket, LocalFunctions.of(endless), TestServer.LIMITS, Console.quiet());
            Thread thread = new Thread(acceptor);
            thread.start();
            try (RawClient client = new RawClient(URI.create("http://127.0.0.1:" + socket.getLocalPort()))) {
                client.send(GET);
                assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

                acceptor.stop(Duration.ofMillis(100));

                assertThat(interrupted).succeedsWithin(Duration.ofSeconds(10));
                while (acceptor.connections() > 0) {
                    LockSupport.parkNanos(10_000_000);
                }
            }
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void noConnectionIsTakenAfterwards() {
        TestServer server = TestServer.start();

        server.close();
        server.close();

        assertThatThrownBy(() -> RawClient.exchange(server.uri(), GET)).isInstanceOf(ConnectException.class);
    }

    @Test
    void aTakenPortIsNamedWithTheWayOut() throws IOException {
        try (LocalServer first = LocalServer.start(LocalFunctions.of(new TestApplication()), 0)) {
            int port = first.port();

            assertThatThrownBy(() -> LocalServer.start(LocalFunctions.of(new TestApplication()), port))
                    .isInstanceOf(AloftException.class)
                    .hasMessageStartingWith("ALOFT-120 Cannot listen at port " + port + " of ")
                    .hasMessageEndingWith(
                            ". Stop what uses the port, or choose another one with --port or PORT; 0 takes any free one.");
            assertThat(RawClient.exchange(first.uri(), GET).text()).isEqualTo("root");
        }
    }
}
