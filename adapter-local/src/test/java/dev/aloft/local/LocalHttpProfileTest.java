package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import dev.aloft.Functions;
import dev.aloft.HttpHandler;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.local.engine.Profile;
import dev.aloft.local.engine.Timeline.Step;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a platform makes of a request: limits, time-outs, deadlines. */
@Timeout(60)
class LocalHttpProfileTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private static LocalFunctions get(HttpHandler handler) {
        return LocalFunctions.of(Functions.builder()
                .http("get-it", List.of("GET", "POST"), "/it", () -> handler)
                .build());
    }

    private HttpResponse send(LocalFunctions functions, HttpRequest request) {
        PrintStream stream = new PrintStream(out, true);
        LocalHttp http = functions.http();
        return http.answer(request, http.invocation(new Console(stream, stream)));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> outcomes(LocalFunctions functions) {
        return functions.timeline().steps().stream().map(Step::outcome).toList();
    }

    @ParameterizedTest
    @CsvSource({"strict, 4718592", "aws, 6291456", "gcp, 33554432", "azure, 104857600"})
    void bodyThatThePlatformDoesNotTakeReachesNoFunction(String profile, int most) {
        byte[] body = new byte[most + 1];
        LocalFunctions functions =
                get((request, context) -> HttpResponse.ok("got it")).withProfile(profile);
        HttpRequest.Builder request = HttpRequest.builder("POST", "/it").query("secret=1");

        HttpResponse refused = send(functions, request.body(body).build());

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text()).contains("\"code\":\"ALOFT-144\"");
        assertThat(printed())
                .isEqualToIgnoringNewLines("ERROR ALOFT-144 The body of POST /it has " + body.length
                        + " bytes. The profile " + profile + " takes " + most
                        + ", and answers more with 413 before a function sees it. Let clients send less, or put it into an"
                        + " object store.");
        assertThat(outcomes(functions)).containsExactly("POST /it 413, refused by the platform");
        assertThat(functions.outcomes("get-it").handled()).isZero();
    }

    @Test
    void bodyAtTheLimitIsTaken() {
        LocalFunctions functions =
                get((request, context) -> HttpResponse.ok("" + request.body().length()));

        HttpResponse response = functions
                .http()
                .post("/it")
                .body(new byte[4_718_592], "application/octet-stream")
                .send();

        assertThat(response.text()).isEqualTo("4718592");
    }

    @Test
    void answerThatThePlatformDoesNotSendIsReplaced() {
        LocalFunctions functions = get((request, context) -> HttpResponse.ok("x".repeat(4_718_593)));

        HttpResponse response =
                send(functions, HttpRequest.builder("GET", "/it").build());

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.text()).contains("\"code\":\"ALOFT-408\"");
        assertThat(printed())
                .isEqualToIgnoringNewLines(
                        "ERROR ALOFT-408 The response to GET /it takes 4718593 bytes, but the profile"
                                + " strict accepts 4718592. Answer in pages, or with a link to an object store.");
        assertThat(functions.outcomes("get-it").failed()).isEqualTo(1);
        assertThat(functions.withProfile("calm").http().get("/it").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"strict, 504", "aws, 502", "azure, 502", "gcp, 504"})
    void whatTakesTooLongIsInterruptedAndItsInstanceEnds(String profile, int status) {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        LocalFunctions functions = get((request, context) -> {
                    if (request.method().equals("GET")) {
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                            interrupted.complete(true);
                        }
                    }
                    return HttpResponse.ok("too late");
                })
                .withProfile(Profile.named(profile).with("http.timeout", "100ms"));

        HttpResponse late = send(functions, HttpRequest.builder("GET", "/it").build());
        HttpResponse next = functions.http().post("/it").send();

        assertThat(interrupted).succeedsWithin(Duration.ofSeconds(20));
        assertThat(late.status()).isEqualTo(status);
        assertThat(late.text()).contains("\"code\":\"ALOFT-145\"");
        assertThat(printed())
                .startsWith("ERROR ALOFT-145 Function get-it took longer for GET /it than the 100 ms that the profile "
                        + profile + " gives it. It was interrupted; the client gets " + status
                        + ". Answer sooner, and leave the rest to a function for messages.");
        assertThat(next.status()).isEqualTo(200);
        assertThat(functions.timeline().steps())
                .extracting(Step::instance, Step::outcome)
                .containsExactly(tuple("1 cold", "GET /it " + status + ", timed out"), tuple("2 cold", "POST /it 200"));
        assertThat(functions.outcomes("get-it").timedOut()).isEqualTo(1);
    }

    @Test
    void whatDoesNotStopIsAbandonedAndCanDoNothingMore() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<String> sent = new CompletableFuture<>();
        LocalFunctions[] shop = new LocalFunctions[1];
        shop[0] = LocalFunctions.of(Functions.builder()
                        .http("get-it", "GET", "/it", (request, context) -> {
                            awaitDeafly(end);
                            try {
                                sent.complete(shop[0].queue("orders").send("o-1"));
                            } catch (IllegalStateException refused) {
                                sent.complete(refused.getMessage());
                            }
                            return HttpResponse.ok();
                        })
                        .queue("ship", "orders", String.class, (message, context) -> {})
                        .build())
                .withProfile(Profile.named("strict").with("http.timeout", "50ms"));

        HttpResponse late = send(shop[0], HttpRequest.builder("HEAD", "/it").build());
        end.countDown();
        String refused = sent.get(20, TimeUnit.SECONDS);

        assertThat(late.status()).isEqualTo(504);
        assertThat(late.text()).isEmpty();
        assertThat(refused).isEqualTo("The invocation of get-it is over, so it cannot send anything.");
        assertThat(printed()).contains("It was interrupted, did not stop and was abandoned; the client gets 504.");
        assertThat(outcomes(shop[0])).containsExactly("HEAD /it 504, timed out, did not stop and was abandoned");
    }

    private static void awaitDeafly(CountDownLatch end) {
        boolean waits = true;
        while (waits) {
            try {
                end.await();
                waits = false;
            } catch (InterruptedException e) {
                waits = true;
            }
        }
    }

    @Test
    void deadlineIsThatOfThePlatformInTheTimeOfTheTest() {
        LocalFunctions functions = get((request, context) -> {
            Duration first = context.remaining().orElseThrow();
            while (context.remaining().orElseThrow().equals(first)) {
                Thread.onSpinWait();
            }
            return HttpResponse.ok(context.deadline().orElseThrow() + " " + (first.toMillis() <= 3_000));
        });
        Instant start = functions.now();

        functions.advance(Duration.ofHours(1));

        assertThat(functions.http().get("/it").text()).isEqualTo(start.plusSeconds(3603) + " true");
    }

    @Test
    void calmPlatformHasNoLimits() {
        Thread test = Thread.currentThread();
        LocalFunctions functions = get((request, context) -> HttpResponse.ok(
                        context.deadline() + " " + context.remaining() + " " + (Thread.currentThread() == test)))
                .withProfile("calm");

        HttpResponse response = functions
                .http()
                .post("/it")
                .body(new byte[20_000_000], "application/octet-stream")
                .send();

        assertThat(response.text()).isEqualTo("Optional.empty Optional.empty true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http.payload", "http.response", "http.timeout"})
    void ruleThatIsNoNumberIsRefused(String rule) {
        assertThat(catchThrowable(() -> Profile.named("aws").with(rule, "much")))
                .hasMessageStartingWith("ALOFT-141 The rule " + rule + " of the profile aws cannot be used");
    }
}
