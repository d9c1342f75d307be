package dev.aloft.testkit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayTest {
    @TempDir
    Path folder;

    private ServerSocketChannel accepting;

    @BeforeEach
    void bind() throws IOException {
        accepting = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        accepting.bind(UnixDomainSocketAddress.of(folder.resolve("http")));
    }

    @AfterEach
    void close() throws IOException {
        accepting.close();
    }

    private RawHttpClient clientOf(int port) {
        Relay relay = new Relay(accepting, new InetSocketAddress(RawHttpClient.loopback(), port));
        CompletableFuture.runAsync(() -> run(relay), work -> new Thread(work).start());
        return RawHttpClient.unix(folder.resolve("http"));
    }

    private static void run(Relay relay) {
        try {
            relay.run();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void bytesAndEndsPassBothWays() throws IOException {
        String body = "x".repeat(1_000_000);
        try (ScriptedServer server = ScriptedServer.of((in, out) -> {
            HttpHead.read(in);
            byte[] seen = in.readNBytes(body.length());
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(seen);
        })) {
            HttpReply reply =
                    clientOf(server.port()).send(RawHttpRequest.of("POST", "/").withBody(body));

            assertThat(reply.text()).isEqualTo(body);
        }
    }

    @Test
    void refusedPortClosesTheConnection() throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, RawHttpClient.loopback())) {
            unused = socket.getLocalPort();
        }
        RawHttpClient client = clientOf(unused);

        assertThatThrownBy(() -> client.send(RawHttpRequest.of("GET", "/")))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(SocketTimeoutException.class);
    }
}
