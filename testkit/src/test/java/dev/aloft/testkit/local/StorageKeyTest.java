package dev.aloft.testkit.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.StorageEvent;
import dev.aloft.local.LocalFunctions;
import dev.aloft.local.LocalServer;
import dev.aloft.testkit.StorageKey;
import dev.aloft.testkit.runtime.RawHttpClient;
import dev.aloft.testkit.runtime.RawHttpRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key is the same in process, through the server, and as a file's name in the folder that is the bucket. */
class StorageKeyTest {
    private static final BlockingQueue<StorageEvent> RECEIVED = new LinkedBlockingQueue<>();

    private static LocalServer server;

    @BeforeAll
    static void start() {
        server = LocalServer.start(functions(), 0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static LocalFunctions functions() {
        return LocalFunctions.of(Functions.builder()
                        .storage(
                                "on-upload",
                                "uploads",
                                List.of(StorageEvent.Kind.CREATED),
                                (event, context) -> RECEIVED.add(event))
                        .build())
                .withProfile("calm");
    }

    @ParameterizedTest
    @EnumSource
    void keyIsTheSameByEveryWay(StorageKey expected) throws Exception {
        LocalFunctions inProcess = functions();
        inProcess.storage("uploads").put(expected.key(), "content");
        inProcess.deliverAll();
        assertThat(RECEIVED.poll(10, TimeUnit.SECONDS)).isNotNull().returns(expected.key(), StorageEvent::key);

        assertThat(send("PUT", expected)).isEqualTo(202);
        assertThat(RECEIVED.poll(10, TimeUnit.SECONDS)).isNotNull().returns(expected.key(), StorageEvent::key);
        // As a file it may be in the way of the next one: a folder cannot hold both a and a/b.
        assertThat(send("DELETE", expected)).isEqualTo(202);
    }

    private static int send(String method, StorageKey key) throws IOException {
        String path = URLEncoder.encode(key.key(), StandardCharsets.UTF_8).replace("+", "%20");
        return RawHttpClient.tcp(server.port())
                .send(RawHttpRequest.of(method, "/_local/storage/uploads/" + path)
                        .with("Host", "localhost:" + server.port())
                        .withBody(method.equals("PUT") ? "content" : ""))
                .status();
    }
}
