package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fifty edits in a row, while clients send one request after the other. */
@Timeout(300)
class ReloadLoadTest {
    private static final int EDITS = 50;
    private static final int CLIENTS = 4;
    private static final String WORDS = "app/Words.class";

    @TempDir
    private Path folder;

    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean enough;

    private CompiledClasses application() throws IOException {
        return CompiledClasses.application(
                        folder,
                        "FunctionDefinition.http(\"greet\", \"/greet\", \"GET\")",
                        "case \"greet\" -> Class.forName(\"app.Greet\").getConstructor().newInstance();")
                .compile("app/Greet", """
                        package app;
                        import dev.aloft.*;
                        public final class Greet implements HttpHandler {
                            public HttpResponse handle(HttpRequest request, Context context) {
                                dev.aloft.local.Former.see(this);
                                return HttpResponse.ok(Words.text());
                            }
                        }
                        final class Words {
                            private static final byte[] WEIGHT = new byte[1_000_000];
                            static String text() { return "version-000" + (WEIGHT.length == 0 ? "!" : ""); }
                        }
                        """);
    }

    @Test
    void fiftyEditsAreServedWithoutADroppedRequestAndTheHeapStaysFlat() throws Exception {
        Former.reset();
        CompiledClasses classes = application();
        try (ReloadingServer server = new ReloadingServer(folder)) {
            List<Thread> clients = startClients(server);
            for (int edit = 1; edit <= EDITS; edit++) {
                classes.write(WORDS, classes.bytes(WORDS, edit));
                server.await("/greet", CompiledClasses.text(edit));
            }
            enough = true;
            for (Thread client : clients) {
                client.join();
            }

            assertThat(failures).isEmpty();
            assertThat(answered.get()).isGreaterThan(EDITS);
            assertThat(server.errors()).isEmpty();
            assertThat(remaining(Former.loaders())).isEqualTo(1);
        }
    }

    /** Neither dead letters nor what happened keeps what was thrown, and no instance of former handlers goes on. */
    @ParameterizedTest
    @ValueSource(strings = {"calm", "strict"})
    void whatFailedDoesNotKeepFormerClasses(String profile) throws Exception {
        Former.reset();
        CompiledClasses classes = CompiledClasses.application(
                        folder,
                        "FunctionDefinition.message(\"ship\", MessageBinding.Kind.QUEUE, \"orders\")",
                        "case \"ship\" -> Class.forName(\"app.Ship\").getConstructor().newInstance();")
                .compile("app/Ship", """
                        package app;
                        import dev.aloft.*;
                        public final class Ship implements MessageHandler<String> {
                            public void handle(Message<String> message, Context context) {
                                dev.aloft.local.Former.see(this.getClass().getClassLoader());
                                throw new Mistake("version-000");
                            }
                            static final class Mistake extends Rejected {
                                Mistake(String text) { super(text); }
                            }
                        }
                        """);
        try (ReloadingServer server = new ReloadingServer(folder, "--profile=" + profile)) {
            for (int edit = 1; edit <= 4; edit++) {
                classes.write("app/Ship.class", classes.bytes("app/Ship.class", edit));
                server.awaitConsoleTimes("Reloaded in ", edit);
                server.post("/_local/queues/orders", "tea");
                server.awaitConsole(CompiledClasses.text(edit));
                server.awaitConsoleTimes("dead-lettered after", edit);
            }

            assertThat(Former.loaders()).hasSizeGreaterThan(0);
            assertThat(remaining(Former.loaders())).isEqualTo(1);
        }
    }

    private List<Thread> startClients(ReloadingServer server) {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(() -> sendUntilEnough(server), "client-" + i);
            clients.add(client);
            client.start();
        }
        return clients;
    }

    /** Over one connection, so what is answered can never become older. */
    private void sendUntilEnough(ReloadingServer server) {
        String latest = "";
        try (RawClient client = new RawClient(server.uri())) {
            while (!enough) {
                RawClient.Reply reply =
                        client.send("GET /greet HTTP/1.1\r\nHost: a\r\n\r\n").read();
                if (reply.status() != 200 || reply.text().compareTo(latest) < 0) {
                    failures.add(reply.status() + " " + reply.text() + " after " + latest);
                }
                latest = reply.text();
                answered.incrementAndGet();
                LockSupport.parkNanos(1_000_000);
            }
        } catch (IOException e) {
            failures.add(e + " after " + latest);
        }
    }

    /** How many class loaders are in memory when garbage has been collected. */
    private static int remaining(List<WeakReference<ClassLoader>> loaders) {
        int remaining = loaders.size();
        for (int attempt = 0; attempt < 200 && remaining > 1; attempt++) {
            System.gc();
            LockSupport.parkNanos(50_000_000);
            remaining = 0;
            for (WeakReference<ClassLoader> loader : loaders) {
                remaining += loader.get() == null ? 0 : 1;
            }
        }
        return remaining;
    }
}
