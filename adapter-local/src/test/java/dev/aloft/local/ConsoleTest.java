package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.HttpRequest;
import dev.aloft.local.engine.Timeline.Step;
import dev.aloft.local.engine.Timeline.Then;
import dev.aloft.local.engine.Timeline.What;
import dev.aloft.spi.FunctionDefinition;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read, and what a program reads with {@code --log json}. */
class ConsoleTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(out, true), new PrintStream(errors, true), true);
    private final Console text = new Console(new PrintStream(out, true), new PrintStream(errors, true));

    /** One line without its time. */
    private static String line(ByteArrayOutputStream stream) {
        String text = stream.toString(StandardCharsets.UTF_8);
        assertThat(text).hasLineCount(1).startsWith("{\"time\":\"20").endsWith("}" + System.lineSeparator());
        return text.strip().replaceFirst("\"time\":\"[^\"]+Z\",", "");
    }

    @Test
    void whatIsServedIsOneObject() {
        console.serves(
                "http://localhost:8080",
                List.of(
                        new RouteTable.Row("GET", "/a", "a", ""),
                        new RouteTable.Row("storage", "uploads", "keep", "/tmp/x")),
                "http://localhost:8080/_local/",
                Setup.DEFAULT);

        assertThat(line(out))
                .isEqualTo("{\"type\":\"serves\",\"uri\":\"http://localhost:8080\",\"functions\":["
                        + "{\"trigger\":\"GET\",\"source\":\"/a\",\"function\":\"a\"},"
                        + "{\"trigger\":\"storage\",\"source\":\"uploads\",\"function\":\"keep\",\"folder\":\"/tmp/x\"}],"
                        + "\"page\":\"http://localhost:8080/_local/\","
                        + "\"profile\":\"strict\",\"seed\":1}");
    }

    @Test
    void peopleReadWhereThePageIsIfThereIsOne() {
        text.serves("http://localhost:8080", List.of(), "", Setup.DEFAULT);
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("Try");

        text.serves("http://localhost:8080", List.of(), "http://localhost:8080/_local/", Setup.DEFAULT);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Try them at http://localhost:8080/_local/\n");
    }

    @Test
    void aRequestIsOneObjectWithoutQuery() {
        LocalInvocation invocation = new LocalInvocation("i-1", console, 0);
        HttpRequest request = HttpRequest.builder("GET", "/a").query("secret=1").build();

        console.answered(request, 404, 3_900_000, invocation);
        assertThat(line(out))
                .isEqualTo("{\"type\":\"request\",\"id\":\"" + invocation.id()
                        + "\",\"method\":\"GET\",\"path\":\"/a\",\"status\":404,\"millis\":3}");

        out.reset();
        invocation.begins("tell", true);
        console.answered(request, 200, 0, invocation);
        assertThat(line(out)).endsWith("\"status\":200,\"millis\":0,\"function\":\"tell\",\"cold\":true}");
    }

    @Test
    void aReloadIsOneObject() {
        console.reloaded(List.of("a/A.class", "a/B.class"), 71);

        assertThat(line(out)).isEqualTo("{\"type\":\"reload\",\"millis\":71,\"files\":2,\"first\":\"a/A.class\"}");
    }

    @Test
    void peopleReadWhichFileChangedAndHowManyMore() {
        text.reloaded(List.of("a/A\n.class", "a/B.class", "c"), 71);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("Reloaded in 71 ms: a/A?.class and 2 more" + System.lineSeparator());
    }

    @Test
    void failuresAndReportsAreObjectsOfTheErrorStream() {
        console.failed(System.Logger.Level.ERROR, "It \"failed\"\n\tat line\u001b[2J");
        assertThat(line(errors))
                .isEqualTo(
                        "{\"type\":\"log\",\"level\":\"ERROR\",\"text\":\"It \\\"failed\\\"\\n\\tat line\\u001b[2J\"}");

        errors.reset();
        console.report("ALOFT-135 x");
        assertThat(line(errors)).isEqualTo("{\"type\":\"report\",\"text\":\"ALOFT-135 x\"}");
        assertThat(out.size()).isZero();
    }

    @Test
    void whatIsRefusedIsOneObjectWithoutMethodAndPath() {
        console.refused(RefusedRequest.busy(2));

        assertThat(line(out)).startsWith("{\"type\":\"refused\",\"status\":503,\"reason\":\"");
    }

    @Test
    void aDeliveryIsOneObject() {
        FunctionDefinition ship = LocalFunctions.of(Functions.builder()
                        .queue("ship", "orders", String.class, (message, context) -> {})
                        .build())
                .definitions()
                .get(0);

        console.handled(ship, 2, 3_900_000);
        assertThat(line(out))
                .isEqualTo(
                        "{\"type\":\"delivery\",\"source\":\"queue orders\",\"function\":\"ship\",\"outcome\":\"handled\","
                                + "\"messages\":2,\"millis\":3}");

        out.reset();
        console.delivered(step("queue orders", What.TIMED_OUT, Then.AGAIN));
        assertThat(line(out))
                .isEqualTo("{\"type\":\"delivery\",\"source\":\"queue orders\",\"function\":\"ship\","
                        + "\"outcome\":\"timed out again\",\"message\":\"o-1\",\"attempt\":\"2 of 5\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "SENT, NOTHING, ''",
        "HANDLED, NOTHING, ''",
        "NOT_TRIED, AGAIN, ''",
        "HANDLED, AGAIN, 'queue orders ship acknowledgement lost, attempt 2 of 5\n'",
        "FAILED, AGAIN, 'queue orders ship failed, attempt 2 of 5\n'",
        "FAILED, DEAD_LETTERED, 'queue orders ship dead-lettered after attempt 2 of 5\n'",
        "REJECTED, DROPPED, 'queue orders ship dropped after attempt 2 of 5\n'",
        "NOT_TRIED, DEAD_LETTERED, 'queue orders ship dead-lettered after attempt 2 of 5\n'",
        "TIMED_OUT, AGAIN, 'queue orders ship timed out, again after attempt 2 of 5\n'",
        "TIMED_OUT, DEAD_LETTERED, 'queue orders ship timed out, dead-lettered after attempt 2 of 5\n'",
        "OUTLASTED, AGAIN, 'queue orders ship in words attempt 2 of 5\n'"
    })
    void whatIsNotHandledIsALine(What what, Then then, String line) {
        text.delivered(step("queue orders", what, then));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines(line);
    }

    @ParameterizedTest
    @CsvSource({"schedule clean-up, 'schedule clean-up in words'", "queue clean-up, 'queue clean-up clean-up in words'"
    })
    void aScheduleHasItsFunctionsName(String source, String line) {
        text.delivered(new Step(0, source, "", "clean-up", "", "", "", "in words", What.WARNING, Then.NOTHING, false));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines(line + "\n");
    }

    private static Step step(String source, What what, Then then) {
        return new Step(0, source, "o-1", "ship", "1 warm", "2 of 5", "3 ms", "in words", what, then, false);
    }
}
