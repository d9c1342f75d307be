package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a program reads that was started with {@code --log json}; the lines for people are in the tests of the server. */
class ConsoleTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(out, true), new PrintStream(errors, true), true);

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
                        new RouteTable.Row("storage", "uploads", "keep", "/tmp/x")));

        assertThat(line(out))
                .isEqualTo(
                        "{\"type\":\"serves\",\"uri\":\"http://localhost:8080\",\"functions\":["
                                + "{\"trigger\":\"GET\",\"source\":\"/a\",\"function\":\"a\"},"
                                + "{\"trigger\":\"storage\",\"source\":\"uploads\",\"function\":\"keep\",\"folder\":\"/tmp/x\"}]}");
    }

    @Test
    void aRequestIsOneObjectWithoutQuery() {
        LocalInvocation invocation = new LocalInvocation(console);
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
        new Console(new PrintStream(out, true), new PrintStream(errors, true))
                .reloaded(List.of("a/A\n.class", "a/B.class", "c"), 71);

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
        LocalFunctions functions = LocalFunctions.of(Functions.builder()
                .queue("ship", "orders", String.class, (message, context) -> {})
                .http("a", "GET", "/", (request, context) -> HttpResponse.ok())
                .build());
        Mailbox mailbox = new Mailbox(functions.definitions().get(0));

        console.delivered(mailbox, "handled 3 ms");

        assertThat(line(out))
                .isEqualTo(
                        "{\"type\":\"delivery\",\"trigger\":\"queue\",\"function\":\"ship\",\"outcome\":\"handled 3 ms\"}");
    }
}
