package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.local.engine.Timeline.Step;
import dev.aloft.local.engine.Timeline.What;
import org.junit.jupiter.api.Test;

/** What is told of requests afterwards. */
class LocalHttpTimelineTest {
    @Test
    void outcomesOfAFunctionAreAnswersBelowAndFrom500() {
        LocalFunctions functions = LocalFunctions.of(new TestApplication());

        functions.http().get("/status/200");
        functions.http().get("/status/404");
        functions.http().get("/status/503");
        functions.http().get("/boom");
        functions.http().get("/nowhere");

        Outcomes status = functions.outcomes("status");
        assertThat(status.handled()).isEqualTo(2);
        assertThat(status.failed()).isEqualTo(1);
        assertThat(status.deadLettered()).isZero();
        assertThat(functions.outcomes("boom").failed()).isEqualTo(1);
        assertThat(functions.timeline().steps())
                .extracting(Step::function, Step::outcome, Step::what)
                .endsWith(tuple("", "GET /nowhere 404", What.HANDLED));
    }

    @Test
    void timelineHasOneLinePerRequestAndNoQuery() {
        LocalFunctions functions = LocalFunctions.of(new TestApplication()).withProfile("azure");

        functions.http().get("/tell/a?secret=1");
        functions.http().get("/tell/\u00e9\u2028");

        assertThat(functions.timeline().text()).isEqualTo("""
                profile azure, seed 1
                time         source  message  function  instance  attempt  took    outcome
                0:00:00.000  http    1-h1     tell      1 cold             906 ms  GET /tell/a 200
                0:00:00.000  http    1-h2     tell      1 warm             50 ms   GET /tell/?? 200
                """);
    }

    @Test
    void sameSeedAndCallsGiveTheSameTimelineAHundredTimes() {
        String first = pipeline(7);

        for (int i = 0; i < 100; i++) {
            assertThat(pipeline(7)).isEqualTo(first);
        }
        assertThat(pipeline(8)).isNotEqualTo(first);
    }

    private static String pipeline(long seed) {
        LocalFunctions[] shop = new LocalFunctions[1];
        shop[0] = LocalFunctions.of(Functions.builder()
                        .http(
                                "order",
                                "POST",
                                "/orders",
                                (request, context) -> HttpResponse.created(
                                        shop[0].queue("orders").send("tea")))
                        .queue(
                                "ship",
                                "orders",
                                String.class,
                                (message, context) -> shop[0].http().get("/nowhere"))
                        .build())
                .withProfile("aws")
                .withSeed(seed);
        for (int i = 0; i < 5; i++) {
            shop[0].http().post("/orders").send();
            shop[0].deliverAll();
        }
        return shop[0].timeline().text();
    }
}
