package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.local.engine.Profile;
import dev.aloft.local.engine.Timeline.Step;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What runs in real time holds up nothing else. */
@Timeout(60)
class ServerDeliveryTest {
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private LocalServer serve(LocalFunctions functions) {
        PrintStream stream = new PrintStream(out, true);
        return LocalServer.start(
                functions,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                TestServer.LIMITS,
                new Console(stream, stream));
    }

    private String next() throws InterruptedException {
        return String.valueOf(seen.poll(30, TimeUnit.SECONDS));
    }

    private Functions slowAndFast() {
        return Functions.builder()
                .queue("slow", "orders", String.class, (message, context) -> {
                    seen.add("begun " + message.payload());
                    if (message.payload().equals("o-1")) {
                        goOn.await();
                    }
                })
                .queue("fast", "mails", String.class, (message, context) -> seen.add(message.payload()))
                .build();
    }

    @Test
    void slowFunctionHoldsUpItsOwnMessagesOnlyUnderTheCalmProfile() throws Exception {
        LocalFunctions functions = LocalFunctions.of(slowAndFast())
                .withProfile(Profile.named("calm").with("queue.batch", "1"));
        try (LocalServer server = serve(functions)) {
            functions.queue("orders").send("o-1");
            assertThat(next()).isEqualTo("begun o-1");

            functions.queue("orders").send("o-2");
            functions.queue("mails").send("m-1");

            assertThat(next()).isEqualTo("m-1");
            assertThat(seen).isEmpty();
            goOn.countDown();
            assertThat(next()).isEqualTo("begun o-2");
            assertThat(server.port()).isPositive();
        }
        assertThat(functions.outcomes("slow").handled()).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("queue orders slow handled ");
    }

    @Test
    void otherInstancesGoOnWhileOneIsBusy() throws Exception {
        Profile profile = Profile.named("aws")
                .with("timeout", "1h")
                .with("queue.batch", "1")
                .with("queue.visibility", "0")
                .with("twins", "0")
                .with("*.lost", "0");
        LocalFunctions functions = LocalFunctions.of(slowAndFast()).withProfile(profile);
        try (LocalServer server = serve(functions)) {
            functions.queue("orders").send("o-1");
            assertThat(next()).isEqualTo("begun o-1");

            functions.queue("orders").send("o-2");

            assertThat(next()).isEqualTo("begun o-2");
            assertThat(server.port()).isPositive();
            goOn.countDown();
        }
    }

    @Test
    void whatOutlastsItsVisibilityComesAgainBesideItself() throws Exception {
        AtomicInteger deliveries = new AtomicInteger();
        Profile profile = Profile.named("aws").with("queue.visibility", "300ms").with("queue.first", "0");
        LocalFunctions functions = LocalFunctions.of(Functions.builder()
                        .queue("slow", "orders", String.class, (message, context) -> {
                            seen.add("begun");
                            if (deliveries.incrementAndGet() == 1) {
                                goOn.await();
                            }
                        })
                        .build())
                .withProfile(profile.with("timeout", "1h")
                        .with("twins", "0")
                        .with("*.lost", "0")
                        .with("cold-start", "0"));
        try (LocalServer server = serve(functions)) {
            functions.queue("orders").send("o-1");

            assertThat(next()).isEqualTo("begun");
            assertThat(next()).isEqualTo("begun");
            while (functions.outcomes("slow").handled() == 0) {
                LockSupport.parkNanos(5_000_000);
            }
            goOn.countDown();
            assertThat(server.port()).isPositive();
        }
        assertThat(functions.timeline().steps())
                .extracting(Step::outcome)
                .element(1)
                .asString()
                .startsWith("still running when it was visible again, again at 0:00:00.");
    }

    @Test
    void whatTakesTooLongInRealTimeIsInterrupted() throws Exception {
        LocalFunctions functions = LocalFunctions.of(slowAndFast())
                .withProfile(Profile.named("azure").with("timeout", "100ms").with("twins", "0"));
        try (LocalServer server = serve(functions)) {
            functions.queue("orders").send("o-1");

            for (int i = 0; i < 5; i++) {
                assertThat(next()).isEqualTo("begun o-1");
            }
            while (functions.queue("orders").deadLetters().isEmpty()) {
                LockSupport.parkNanos(5_000_000);
            }
            assertThat(server.port()).isPositive();
        }
        assertThat(functions.outcomes("slow").timedOut()).isEqualTo(5);
    }

    @Test
    void stopWaitsForWhatRuns() throws Exception {
        LocalFunctions functions = LocalFunctions.of(slowAndFast()).withProfile("calm");
        LocalServer server = serve(functions);
        functions.queue("orders").send("o-1");
        assertThat(next()).isEqualTo("begun o-1");
        Thread stopping = new Thread(server::close);

        stopping.start();
        while (stopping.getState() != Thread.State.TIMED_WAITING) {
            LockSupport.parkNanos(1_000_000);
        }
        goOn.countDown();
        stopping.join();

        assertThat(functions.outcomes("slow").handled()).isEqualTo(1);
        assertThat(functions.queue("orders").waiting()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("still waiting");
    }

    @Test
    void requestsHaveLinesInTheTimelineAndTheLimitsOfTheProfile() throws Exception {
        LocalFunctions functions = LocalFunctions.of(Functions.builder()
                        .http("late", "GET", "/late", (request, context) -> {
                            goOn.await();
                            return HttpResponse.ok();
                        })
                        .http("fast", "GET", "/", (request, context) -> {
                            Duration remaining = context.remaining().orElseThrow();
                            return HttpResponse.ok(remaining.compareTo(Duration.ofMillis(200)) <= 0 ? "hasty" : "slow");
                        })
                        .build())
                .withProfile(Profile.named("aws").with("http.timeout", "200ms"));
        try (LocalServer server = serve(functions);
                RawClient client = new RawClient(server.uri())) {
            RawClient.Reply late =
                    client.send("GET /late HTTP/1.1\r\nHost: a\r\n\r\n").read();
            RawClient.Reply next =
                    client.send("GET /?q=1 HTTP/1.1\r\nHost: a\r\n\r\n").read();

            assertThat(late.status()).isEqualTo(502);
            assertThat(late.text()).contains("\"code\":\"ALOFT-145\"");
            assertThat(next.text()).isEqualTo("hasty");
        }
        assertThat(functions.timeline().steps())
                .extracting(Step::outcome)
                .isEqualTo(List.of("GET /late 502, timed out", "GET / 200"));
        assertThat(functions.timeline().steps().get(0).took()).matches("[2-9]\\d\\d ms|\\d+ s|\\d{4,} ms");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("GET /late 502 ", "GET / 200 ");
    }
}
