package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.Rejected;
import dev.aloft.StorageEvent;
import dev.aloft.local.RawClient.Reply;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import dev.aloft.spi.MessageBinding;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page at /_local/ and what it asks for. */
class ServerPageTest {
    private static final Pattern NONCE = Pattern.compile("<script nonce=\"([0-9a-z]{20,})\">");
    private static final Pattern TOKEN = Pattern.compile("<meta name=\"token\" content=\"([0-9a-z]{20,})\">");
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>\"\\ \u2028\n\u0000";

    private final AtomicBoolean mended = new AtomicBoolean();
    private final TestServer server = TestServer.eager(Functions.builder()
            .http("find-parcel", List.of("GET", "PUT"), "/parcels/{id}", () -> (request, context) -> {
                System.out.println("looked for " + request.pathParameter("id"));
                return HttpResponse.ok("found");
            })
            .queue("ship-parcel", "parcels", String.class, (message, context) -> {
                System.out.println("tried");
                if (!mended.get()) {
                    throw new Rejected(HOSTILE);
                }
            })
            .storage("print-label", "labels", List.of(StorageEvent.Kind.CREATED), (event, context) -> {})
            .schedule("close-depot", "0 18 * * 1-5", (firing, context) -> {})
            .event("watch-scans", List.of("scanned"), (event, context) -> {})
            .build());

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply send(String method, String target, String... headers) throws IOException {
        String lines = "Host: localhost:" + server.uri().getPort() + "\r\n" + String.join("\r\n", headers)
                + (headers.length == 0 ? "" : "\r\n");
        String body = method.equals("POST") ? "Content-Length: 6\r\n\r\nsecret" : "\r\n";
        return RawClient.exchange(
                server.uri(),
                method + " " + target + " HTTP/1.1\r\n"
                        + lines.replace("PORT", Integer.toString(server.uri().getPort())) + body);
    }

    private String get(String target) throws IOException {
        Reply reply = send("GET", target);
        assertThat(reply.status()).isEqualTo(200);
        return reply.text();
    }

    private String await(String target, String text) throws IOException {
        String found = get(target);
        long end = System.nanoTime() + 30_000_000_000L;
        while (!found.contains(text)) {
            assertThat(System.nanoTime()).as(found).isLessThan(end);
            LockSupport.parkNanos(5_000_000);
            found = get(target);
        }
        return found;
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private void sendParcels(String... ids) throws IOException {
        for (String id : ids) {
            assertThat(send("POST", "/_local/queues/parcels", "Aloft-Message-Id: " + id)
                            .status())
                    .isEqualTo(202);
            await("/_local/state", "{\"id\":\"" + id + "\"");
        }
    }

    @Test
    void thePageMayRunItsOwnScriptAndAskThisServerAlone() throws IOException {
        Reply page = send("GET", "/_local/");

        assertThat(page.status()).isEqualTo(200);
        String nonce = first(NONCE, page.text());
        assertThat(
                        page.has(
                                "content-security-policy: default-src 'none'; script-src 'nonce-" + nonce
                                        + "'; style-src 'nonce-" + nonce
                                        + "'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"))
                .isTrue();
        for (String header : List.of(
                "content-type: text/html; charset=utf-8",
                "x-content-type-options: nosniff",
                "cache-control: no-store",
                "cross-origin-resource-policy: same-origin",
                "cross-origin-opener-policy: same-origin",
                "referrer-policy: no-referrer")) {
            assertThat(page.has(header)).as(header).isTrue();
        }
        assertThat(page.head()).doesNotContainIgnoringCase("access-control");
        assertThat(first(NONCE, get("/_local/"))).isNotEqualTo(nonce);
    }

    @Test
    void thePageIsOneSmallFileThatNeverWritesHtml() throws IOException {
        String page = get("/_local/");

        assertThat(page.length()).isLessThan(20_000);
        assertThat(page).doesNotContain("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", " src=");
        assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://", "https://");
        assertThat(page).doesNotContain("{nonce}", "{token}").doesNotContainPattern(" style=| on[a-z]+=\"");
    }

    @Test
    void theFolderLeadsToThePage() throws IOException {
        Reply reply = send("GET", "/_local");

        assertThat(reply.status()).isEqualTo(307);
        assertThat(reply.has("location: /_local/")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://localhost:PORT",
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: none",
                "Origin: http://localhost:PORT\r\nX-Aloft-Token: 2r5q",
                "Origin: http://localhost:PORT\r\nX-Aloft-Token:"
            })
    void whatComesFromABrowserAndChangesSomethingNeedsTheToken(String headers) throws IOException {
        String token = first(TOKEN, get("/_local/"));

        Reply without = send("POST", "/_local/queues/parcels", headers);

        assertThat(without.status()).isEqualTo(403);
        assertThat(without.text())
                .contains(
                        "\"code\":\"ALOFT-160\"",
                        "The request comes from a browser and changes something, so it needs the header X-Aloft-Token with the token of"
                                + " the page /_local/ of this very process. Load the page again, or send the request without a browser.");
        String origin = headers.lines().findFirst().orElseThrow();
        assertThat(send("POST", "/_local/queues/parcels", origin, "X-Aloft-Token: " + token)
                        .status())
                .isEqualTo(202);
        assertThat(send("GET", "/_local/state", origin).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "anything"})
    void anotherSiteMayOnlyLinkToThePage(String site) throws IOException {
        Reply state = send("GET", "/_local/state", "Sec-Fetch-Site: " + site);

        assertThat(state.status()).isEqualTo(403);
        assertThat(state.text()).contains("\"code\":\"ALOFT-126\"", "its Sec-Fetch-Site is another site.");
        assertThat(send("GET", "/_local/", "Sec-Fetch-Site: " + site).status()).isEqualTo(200);
        assertThat(send("POST", "/_local/", "Sec-Fetch-Site: " + site).status()).isEqualTo(403);
    }

    @Test
    void thePageIsForThisMachine() throws IOException {
        for (String target : List.of("/_local/", "/_local/state", "/_local/timeline", "/_local/logs/a")) {
            Reply reply = RawClient.exchange(server.uri(), "GET " + target + " HTTP/1.1\r\nHost: evil.example\r\n\r\n");

            assertThat(reply.status()).as(target).isEqualTo(403);
            assertThat(reply.text()).contains("\"code\":\"ALOFT-126\"");
        }
    }

    @Test
    void theStateHasFunctionsWithWhatTheirFormsBeginWith() throws IOException {
        assertThat(get("/_local/state"))
                .startsWith("{\"title\":\"profile calm, seed 1\",\"run\":\"")
                .contains(
                        "{\"name\":\"find-parcel\",\"sample\":\"Hello\",\"trigger\":\"http\",\"place\":\"/parcels/{id}\",\"choices\":[\"GET\",\"PUT\"],",
                        "{\"name\":\"ship-parcel\",\"sample\":\"Hello\",\"trigger\":\"queue\",\"place\":\"parcels\",\"waiting\":0,\"handled\":0,\"deadLetters\":[]}",
                        "\"trigger\":\"storage\",\"place\":\"labels\",\"choices\":[\"CREATED\"],",
                        "\"trigger\":\"schedule\",\"place\":\"0 18 * * 1-5 UTC\",",
                        "\"trigger\":\"events\",\"place\":\"\",\"choices\":[\"scanned\"],");
    }

    @Test
    void anIndexThatTellsNoTypeHasItsPageAllTheSame() throws IOException {
        FunctionIndex index = new FunctionIndex() {
            @Override
            public List<FunctionDefinition> functions() {
                return List.of(FunctionDefinition.message("ship", MessageBinding.Kind.QUEUE, "orders"));
            }

            @Override
            public Object handler(String functionName, @Nullable HandlerFactory factory) {
                return new Object();
            }
        };
        try (TestServer other = TestServer.eager(index)) {
            String head = "GET /_local/state HTTP/1.1\r\nHost: localhost:"
                    + other.uri().getPort() + "\r\n\r\n";

            assertThat(RawClient.exchange(other.uri(), head).text())
                    .contains("{\"name\":\"ship\",\"sample\":\"Hello\",");
        }
    }

    @Test
    void hostileTextsAreEscapedAndPayloadsAreNotShown() throws IOException {
        send("POST", "/_local/queues/parcels", "Aloft-Message-Id: \"><b>");

        String state = await("/_local/state", "deadLetters\":[{");
        assertThat(state)
                .contains("\"reason\":\"</script><img src=x onerror=alert(1)>\\\"\\\\ ")
                .contains("{\"id\":\"\\\"><b>\"")
                .doesNotContain("secret")
                .doesNotContainPattern("[\\u0000\\n]");
        assertThat(get("/_local/timeline")).doesNotContain("secret").doesNotContainPattern("[\\u0000\\n]");
    }

    @Test
    void theTimelineGoesOnWhereItWasLeft() throws IOException {
        sendParcels("p-1");
        String first = get("/_local/timeline");
        assertThat(first)
                .startsWith("{\"next\":2,\"steps\":[")
                .contains(
                        "\"what\":\"SENT\"",
                        "\"what\":\"REJECTED\",\"then\":\"DEAD_LETTERED\"",
                        "\"attempt\":\"1 of 5\"")
                .contains("\"instance\":\"1 cold\"", "\"invocation\":\"1-c1\",\"micros\":", "\"logs\":true");

        assertThat(get("/_local/timeline?since=2")).isEqualTo("{\"next\":2,\"steps\":[]}");
        sendParcels("p-2");
        assertThat(get("/_local/timeline?since=2")).startsWith("{\"next\":4,").doesNotContain("p-1");
        for (String noStep : List.of("x", "", "-3", "-9223372036854775808", "9223372036854775808")) {
            assertThat(get("/_local/timeline?since=" + noStep))
                    .startsWith("{\"next\":4,")
                    .contains("p-1");
        }
    }

    @Test
    void aLogHasWhatAnInvocationPrintedAndFailedWith() throws IOException {
        get("/_local/");
        sendParcels("p-1");

        assertThat(get("/_local/logs/1-c1"))
                .startsWith("{\"invocation\":\"1-c1\",\"function\":\"ship-parcel\",\"cold\":true,\"micros\":")
                .contains("\"text\":\"tried\\nERROR Function ship-parcel rejected message p-1: dev.aloft.Rejected: ");
        assertThat(get("/parcels/7")).isEqualTo("found");
        assertThat(get("/_local/logs/1-h" + numberOfTheLastRequest())).contains("\"text\":\"looked for 7\\n\"");
    }

    /** Requests to the page are counted, too, but have no log. */
    private String numberOfTheLastRequest() throws IOException {
        for (int number = 1; number < 1_000; number++) {
            if (send("GET", "/_local/logs/1-h" + number).status() == 200) {
                return Integer.toString(number);
            }
        }
        return "none";
    }

    @Test
    void whatIsNotKeptIsNotFound() throws IOException {
        Reply reply = send("GET", "/_local/logs/1-c9");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text())
                .contains("\"code\":\"ALOFT-161\"", "There is no invocation of that id among the last ones.");
    }

    @Test
    void aFailureIsKeptEvenIfThePageIsOpenedLater() throws IOException {
        assertThat(send("POST", "/_local/queues/parcels", "Aloft-Message-Id: p-1")
                        .status())
                .isEqualTo(202);
        await("/_local/queues/parcels", "p-1");

        assertThat(get("/_local/logs/1-c1")).contains("\"text\":\"ERROR Function ship-parcel rejected");
    }

    @Test
    void aDeadLetterIsDeliveredAgainAloneOrWithAllOthers() throws IOException {
        sendParcels("p 1", "p-2", "p-3");
        mended.set(true);

        assertThat(send("POST", "/_local/dead-letters/ship-parcel?id=p%201").text())
                .isEqualTo("{\"redriven\":1}");
        assertThat(await("/_local/state", "\"handled\":1"))
                .contains("p-2", "p-3")
                .doesNotContain("p 1");
        assertThat(send("POST", "/_local/dead-letters/ship-parcel").text()).isEqualTo("{\"redriven\":2}");
        await("/_local/state", "\"handled\":3");
        assertThat(send("POST", "/_local/dead-letters/ship-parcel").text()).isEqualTo("{\"redriven\":0}");
        assertThat(get("/_local/timeline")).contains("\"what\":\"REDRIVEN\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-function", "find-parcel", "ship-parcel?id=p-9"})
    void whereThereIsNoDeadLetterNoneIsDelivered(String which) throws IOException {
        Reply reply = send("POST", "/_local/dead-letters/" + which);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text())
                .contains(
                        "\"code\":\"ALOFT-161\"",
                        "There is no dead letter of that function and id; it may have been delivered again already.");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /_local/, 405",
        "POST, /_local/state, 405",
        "POST, /_local/timeline, 405",
        "POST, /_local/logs/1-c1, 405",
        "GET, /_local/dead-letters/ship-parcel, 405",
        "GET, /_local/logs, 404",
        "POST, /_local/dead-letters, 404",
        "GET, /_local/state/more, 404",
        "GET, /_local//x, 404",
        "GET, /_local/logs/1/2, 404"
    })
    void nothingElseIsThere(String method, String target, int status) throws IOException {
        Reply reply = send(method, target);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text()).contains("\"code\":\"ALOFT-127\"");
    }

    @Test
    void theStandardStreamsAreAloneUntilThePageIsOpenedAndAfterTheServer() throws IOException {
        PrintStream out = System.out;
        PrintStream errors = System.err;
        send("POST", "/_local/queues/parcels");
        assertThat(System.out).isSameAs(out);

        get("/_local/");
        assertThat(System.out).isInstanceOf(PrintedStream.class);
        assertThat(System.err).isInstanceOf(PrintedStream.class);
        server.close();
        assertThat(System.out).isSameAs(out);
        assertThat(System.err).isSameAs(errors);
    }

    @Test
    void whatThePageAsksForEverySecondIsNoLineOfTheConsole() throws IOException {
        get("/_local/");
        get("/_local/state");
        get("/_local/timeline");

        assertThat(server.out()).contains("GET /_local/ 200").doesNotContain("state", "timeline");
    }
}
