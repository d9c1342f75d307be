package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import dev.aloft.Functions;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.local.RawClient.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use /_local; PORT stands for the server's own. */
class ServerLocalAccessTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.eager(functions("/{rest...}"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Functions functions(String route) {
        return Functions.builder()
                .queue("ship-order", "orders", String.class, (message, context) -> {})
                .http("page", "GET", route, (request, context) -> HttpResponse.ok("function"))
                .build();
    }

    private static Reply send(String method, String headers) throws IOException {
        String own = headers.replace("PORT", Integer.toString(server.uri().getPort()));
        return RawClient.exchange(
                server.uri(), method + " /_local/queues/orders HTTP/1.1\r\n" + own + "\r\nContent-Length: 0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: localhost:PORT", "Host: LocalHost:PORT", "Host: 127.0.0.1:PORT", "Host: [::1]:PORT"})
    void thisMachineMay(String headers) throws IOException {
        assertThat(send("POST", headers).status()).isEqualTo(202);
        assertThat(send("GET", headers).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: evil.example:PORT",
                "Host: localhost",
                "Host: localhost:1",
                "Host: localhost:PORT0",
                "Host: localhost.evil.example:PORT",
                "Host: evil-localhost:PORT",
                "Host: 127.0.0.1.evil.example:PORT",
                "Host: 127.0.0.2:PORT",
                "Host: 0.0.0.0:PORT",
                "Host: [::]:PORT",
                "Host: localhost.:PORT"
            })
    void aForeignHostMayNot(String headers) throws IOException {
        for (String method : new String[] {"POST", "GET"}) {
            Reply reply = send(method, headers + "\r\nX-Forwarded-Host: localhost:PORT");

            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.has("content-type: application/problem+json")).isTrue();
            String port = Integer.toString(server.uri().getPort());
            assertThat(reply.text())
                    .contains("\"code\":\"ALOFT-126\"")
                    .contains(
                            "Paths under /_local are for this machine only, and of this request its Host is not localhost:"
                                    + port + ", 127.0.0.1:" + port + " or [::1]:" + port + ".");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "http://evil.example:PORT",
                "https://localhost:PORT",
                "http://localhost",
                "http://localhost:PORT.evil.example",
                "http://localhost:PORT@evil.example",
                "http://localhost:PORT/",
                "null",
                "",
                "localhost:PORT",
                "http://localhost:PORT\r\nOrigin: http://evil.example"
            })
    void aForeignOriginMayNot(String origin) throws IOException {
        Reply reply = send("POST", "Host: localhost:PORT\r\nOrigin: " + origin);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text()).contains("\"code\":\"ALOFT-126\"", "and of this request its Origin is another site.");
    }

    @Test
    void aRequestWithoutHostMayNot() throws IOException {
        Reply reply = RawClient.exchange(server.uri(), "GET /_local/queues/orders HTTP/1.0\r\n\r\n");

        assertThat(reply.status()).isEqualTo(403);
    }

    @Test
    void atPort80TheHostHasNone() throws RefusedRequest {
        LocalAccess access = new LocalAccess(80);

        access.require(request("localhost"));
        assertThatThrownBy(() -> access.require(request("evil"))).isInstanceOf(RefusedRequest.class);
    }

    private static HttpRequest request(String host) {
        return HttpRequest.builder("GET", "/_local/queues/orders")
                .header("Host", host)
                .header("Origin", "http://localhost")
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_local", "/_local/queues/orders", "/_local/{name}", "/_local/{rest...}"})
    void aFunctionThereIsRefusedAtTheStart(String route) {
        LocalFunctions functions = LocalFunctions.of(functions(route));

        assertThatThrownBy(() -> LocalServer.start(functions, 0))
                .isInstanceOf(AloftException.class)
                .hasMessage("ALOFT-128 Function page answers " + route
                        + ", but the local server keeps paths under /_local to itself. Choose another path.");
    }

    @Test
    void whereOthersCanReachTheServerThePathIsAnOrdinaryOne() throws IOException {
        LocalFunctions functions = LocalFunctions.of(functions("/_local/queues/{name}"));
        assertThat(LocalServer.isLoopback(new InetSocketAddress("0.0.0.0", 0))).isFalse();
        assertThat(LocalServer.isLoopback(InetSocketAddress.createUnresolved("no.such.host.invalid", 0)))
                .isFalse();

        // Listening for others is never done in a test: a socket of its own that says so.
        try (OpenSocket socket = new OpenSocket()) {
            Acceptor acceptor = new Acceptor(socket, functions, TestServer.LIMITS, Console.quiet());
            Thread thread = new Thread(acceptor);
            thread.start();
            URI uri = URI.create("http://127.0.0.1:" + socket.getLocalPort());
            String head = " /_local/queues/orders HTTP/1.1\r\nHost: localhost:" + socket.getLocalPort()
                    + "\r\nContent-Length: 0\r\n\r\n";

            assertThat(RawClient.exchange(uri, "GET" + head).text()).isEqualTo("function");
            assertThat(RawClient.exchange(uri, "POST" + head).status()).isEqualTo(405);
            acceptor.stop(Duration.ofSeconds(5));
        }
        assertThat(functions.queue("orders").waiting()).isZero();
    }

    /** Bound to this machine alone, but telling that it is open to all. */
    private static final class OpenSocket extends ServerSocket {
        OpenSocket() throws IOException {
            super(0, 50, InetAddress.getLoopbackAddress());
        }

        @Override
        public InetAddress getInetAddress() {
            return new InetSocketAddress("0.0.0.0", 0).getAddress();
        }
    }
}
