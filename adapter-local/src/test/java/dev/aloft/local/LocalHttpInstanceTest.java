package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.HttpHandler;
import dev.aloft.HttpResponse;
import dev.aloft.local.engine.Timeline.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which instances requests are answered. */
@Timeout(60)
class LocalHttpInstanceTest {
    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    /** Counts in a field, of which each instance has its own. */
    private static LocalFunctions counting() {
        return LocalFunctions.of(Functions.builder()
                .http("count", List.of("GET"), "/count", LocalHttpInstanceTest::counter)
                .build());
    }

    private static HttpHandler counter() {
        AtomicInteger count = new AtomicInteger();
        return (request, context) -> HttpResponse.ok(count.incrementAndGet() + " " + context.coldStart());
    }

    private static List<String> instances(LocalFunctions functions) {
        return functions.timeline().steps().stream().map(Step::instance).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict", "aws", "azure", "gcp", "calm"})
    void requestsOneAfterTheOtherMeetTheSameObjects(String profile) {
        LocalFunctions functions = counting().withProfile(profile);
        List<String> answers = new ArrayList<>();

        for (int i = 0; i < 20; i++) {
            answers.add(functions.http().get("/count").text());
        }

        assertThat(answers).startsWith("1 true", "2 false").endsWith("20 false");
        assertThat(instances(functions)).startsWith("1 cold", "1 warm").containsOnlyOnce("1 cold");
    }

    @ParameterizedTest
    @CsvSource({"strict, 1", "aws, 10", "gcp, 15", "azure, 20"})
    void instanceIsGoneWhenIdleForLong(String profile, int minutes) {
        LocalFunctions functions = counting().withProfile(profile);

        functions.http().get("/count");
        functions.advance(Duration.ofMinutes(minutes));
        String within = functions.http().get("/count").text();
        functions.advance(Duration.ofMinutes(minutes).plusMillis(1));
        String later = functions.http().get("/count").text();

        assertThat(within).isEqualTo("2 false");
        assertThat(later).isEqualTo("1 true");
        assertThat(instances(functions)).containsExactly("1 cold", "1 warm", "2 cold");
    }

    @ParameterizedTest
    @CsvSource({"strict, 1", "aws, 8", "calm, 1"})
    void anotherInstanceStartsWhenAllAreBusy(String profile, int instances) throws Exception {
        CyclicBarrier meeting = new CyclicBarrier(8);
        LocalFunctions functions = LocalFunctions.of(Functions.builder()
                        .http("meet", "GET", "/", (request, context) -> {
                            meeting.await(20, TimeUnit.SECONDS);
                            return HttpResponse.ok();
                        })
                        .build())
                .withProfile(profile);

        List<Callable<HttpResponse>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> functions.http().get("/"));
        }
        for (Future<HttpResponse> answer : clients.invokeAll(calls)) {
            assertThat(answer.get().status()).isEqualTo(200);
        }

        Set<String> used = new HashSet<>();
        instances(functions).forEach(instance -> used.add(instance.substring(0, instance.indexOf(' '))));
        assertThat(used).hasSize(instances);
        assertThat(functions.outcomes("meet").handled()).isEqualTo(8);
    }

    @Test
    void requestDoesNotWaitForADelivery() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        LocalFunctions functions = LocalFunctions.of(Functions.builder()
                .http("fast", "GET", "/", (request, context) -> HttpResponse.ok())
                .queue("slow", "orders", String.class, (message, context) -> {
                    begun.countDown();
                    assertThat(answered.await(20, TimeUnit.SECONDS)).isTrue();
                })
                .build());
        functions.queue("orders").send("o-1");
        Future<?> delivery = clients.submit(functions::deliverAll);
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(functions.http().get("/").status()).isEqualTo(200);
        answered.countDown();
        delivery.get();

        assertThat(functions.outcomes("slow").handled()).isEqualTo(1);
    }

    @Test
    void manyThreadsAtOnceLoseNothing() throws Exception {
        Set<String> shipped = ConcurrentHashMap.newKeySet();
        LocalFunctions[] shop = new LocalFunctions[1];
        shop[0] = LocalFunctions.of(Functions.builder()
                        .http("order", "POST", "/orders/{id}", (request, context) -> {
                            shop[0].queue("orders").send(request.pathParameter("id"));
                            return HttpResponse.created("/orders");
                        })
                        .queue("ship", "orders", String.class, (message, context) -> shipped.add(message.payload()))
                        .build())
                .withProfile("gcp");

        List<Callable<Void>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int client = i;
            calls.add(() -> {
                for (int n = 0; n < 50; n++) {
                    shop[0].http().post("/orders/" + client + "-" + n).send();
                }
                return null;
            });
        }
        for (Future<Void> done : clients.invokeAll(calls)) {
            done.get();
        }
        shop[0].deliverAll();

        assertThat(shipped).hasSize(400);
        assertThat(shop[0].outcomes("order").handled()).isEqualTo(400);
    }

    @Test
    void whatAHandlerSendsIsThereWhenItHasAnswered() {
        List<Integer> waiting = new ArrayList<>();
        LocalFunctions[] shop = new LocalFunctions[1];
        shop[0] = LocalFunctions.of(Functions.builder()
                .http("order", "POST", "/orders", (request, context) -> {
                    String id = shop[0].queue("orders").send("tea");
                    waiting.add(shop[0].queue("orders").waiting());
                    return HttpResponse.created(id);
                })
                .queue("ship", "orders", String.class, (message, context) -> {})
                .build());

        String id = shop[0].http().post("/orders").send().header("location").orElseThrow();
        waiting.add(shop[0].queue("orders").waiting());

        assertThat(waiting.get(0)).isZero();
        assertThat(waiting.get(1)).isPositive();
        assertThat(id).isEqualTo("1-1.1");
        assertThat(shop[0].timeline().steps()).extracting(Step::message).containsExactly("1-1.1", "1-h1");
    }

    @Test
    void requestWithinARequestHasAnOutboxOfItsOwn() {
        LocalFunctions[] shop = new LocalFunctions[1];
        shop[0] = Calm.of(Functions.builder()
                .http("outer", "GET", "/outer", (request, context) -> {
                    shop[0].http().get("/inner");
                    return HttpResponse.ok(shop[0].queue("orders").send("outer"));
                })
                .http(
                        "inner",
                        "GET",
                        "/inner",
                        (request, context) ->
                                HttpResponse.ok(shop[0].queue("orders").send("inner")))
                .queue("ship", "orders", String.class, (message, context) -> {})
                .build());

        assertThat(shop[0].http().get("/outer").text()).isEqualTo("1-1.1");
        assertThat(shop[0].queue("orders").waiting()).isEqualTo(2);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void workThatIsLeftRunningIsWarnedOf() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        LocalFunctions functions = LocalFunctions.of(Functions.builder()
                .http("busy", "GET", "/", (request, context) -> {
                    Thread work = new Thread(() -> {
                        begun.countDown();
                        awaited(end);
                    });
                    work.start();
                    begun.await();
                    return HttpResponse.ok();
                })
                .build());

        functions.http().get("/");
        end.countDown();

        assertThat(functions.outcomes("busy").warnings())
                .singleElement()
                .asString()
                .startsWith("WARNING work is left running after the return: LocalHttpInstanceTest.lambda$");
    }

    @Test
    void workThatHasNotBegunAtTheReturnIsWarnedOfToo() {
        CountDownLatch end = new CountDownLatch(1);
        LocalFunctions functions = LocalFunctions.of(Functions.builder()
                .http("busy", "GET", "/", (request, context) -> {
                    new Thread(() -> awaited(end)).start();
                    return HttpResponse.ok();
                })
                .build());

        for (int i = 0; i < 40; i++) {
            functions.http().get("/");
        }
        end.countDown();

        assertThat(functions.outcomes("busy").warnings()).hasSize(40);
    }

    @Test
    void laterRequestsTakeLessThanAMillisecond() {
        LocalFunctions functions = LocalFunctions.of(new TestApplication());
        long fastest = Long.MAX_VALUE;

        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            for (int n = 0; n < 50; n++) {
                functions.http().get("/");
            }
            fastest = Math.min(fastest, System.nanoTime() - start);
        }

        assertThat(Duration.ofNanos(fastest / 50)).isLessThan(Duration.ofMillis(1));
    }
}
