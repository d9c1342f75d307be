package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.Functions;
import dev.aloft.Rejected;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import dev.aloft.local.RawClient.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects, firings and changes sent to the local server. */
@Timeout(60)
class ServerResourcesTest {
    private final BlockingQueue<StorageEvent> objects = new LinkedBlockingQueue<>();
    private final BlockingQueue<ScheduleEvent> firings = new LinkedBlockingQueue<>();
    private final BlockingQueue<ChangeEvent<Document>> changes = new LinkedBlockingQueue<>();
    private final Functions index = Functions.builder()
            .storage("make-thumbnail", "uploads", List.of(Kind.CREATED, Kind.DELETED), (event, context) -> {
                objects.add(event);
                if (event.key().endsWith("bad")) {
                    throw new Rejected("no image");
                }
            })
            .schedule("clean-up", "0 3 * * *", (event, context) -> firings.add(event))
            .change("index", "products", Document.class, (change, context) -> changes.add(change))
            .build();
    private final TestServer server = TestServer.eager(index);

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply send(String method, String target, String headers, String body) throws IOException {
        return RawClient.exchange(
                server.uri(),
                method + " " + target + " HTTP/1.1\r\nHost: localhost:"
                        + server.uri().getPort() + "\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n"
                        + body);
    }

    private static <E> E next(BlockingQueue<E> seen) throws InterruptedException {
        E event = seen.poll(30, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    private String report(String target, String text) throws IOException {
        String report = send("GET", target, "", "").text();
        while (!report.contains(text)) {
            LockSupport.parkNanos(5_000_000);
            report = send("GET", target, "", "").text();
        }
        return report;
    }

    @Test
    void anObjectIsPutAndDeleted() throws Exception {
        Reply put = send("PUT", "/_local/storage/uploads/cats/tom%201+%C3%A9.png", "", "meow");

        assertThat(put.status()).isEqualTo(202);
        StorageEvent created = next(objects);
        assertThat(created.kind()).isEqualTo(Kind.CREATED);
        assertThat(created.key()).isEqualTo("cats/tom 1+\u00e9.png");
        assertThat(put.text()).contains("\"id\":\"uploads/cats/tom 1+");
        assertThat(created.size()).hasValue(4);
        assertThat(created.contentType()).contains("image/png");
        assertThat(created.time().orElseThrow())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));

        Reply delete = send("DELETE", "/_local/storage/uploads?key=cats/tom%201%2B%C3%A9.png", "", "");
        assertThat(delete.status()).isEqualTo(202);
        assertThat(next(objects).kind()).isEqualTo(Kind.DELETED);
        assertThat(send("DELETE", "/_local/storage/uploads/cats", "", "").status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/x | text/x",
                "application/x-www-form-urlencoded | image/png",
            })
    void anObjectHasTheRequestsContentTypeUnlessThatIsAForms(String sent, String type) throws Exception {
        send("PUT", "/_local/storage/uploads/a.png", "Content-Type: " + sent + "\r\n", "x");

        assertThat(next(objects).contentType()).contains(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/../../etc/passwd | ../../etc/passwd",
                "/%2e%2e%2f%2e%2e%2fx | ../../x",
                "/%252e | %2e",
                "//etc/passwd | /etc/passwd",
                "/a%5C..%5Cb | a\\..\\b",
                "/CON | CON",
                "?key=/etc/passwd | /etc/passwd",
                "?key=a%26b | a&b"
            })
    void aKeyIsNothingButText(String target, String key) throws Exception {
        assertThat(send("PUT", "/_local/storage/uploads" + target, "", "x").status())
                .isEqualTo(202);

        assertThat(next(objects).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /_local/storage/uploads | 404 | ALOFT-127",
                "PUT | /_local/storage/uploads/ | 400 | ALOFT-130",
                "PUT | /_local/storage/uploads?key= | 400 | ALOFT-130",
                "PUT | /_local/storage/uploads/%C0%AF | 400 | ALOFT-306",
                "PUT | /_local/storage/uploads/%ED%A0%80 | 400 | ALOFT-306",
                "PUT | /_local/storage/upload/a | 404 | ALOFT-123",
                "POST | /_local/storage/uploads | 405 | ALOFT-127",
                "GET | /_local/storage/uploads/a | 405 | ALOFT-127",
                "POST | /_local/schedules/cleanup | 404 | ALOFT-123",
                "PUT | /_local/schedules/clean-up | 405 | ALOFT-127",
                "POST | /_local/schedules/clean-up/x | 404 | ALOFT-127",
                "POST | /_local/databases/orders | 404 | ALOFT-123",
                "DELETE | /_local/databases/products | 405 | ALOFT-127"
            })
    void whatIsNotThereIsAProblem(String method, String target, int status, String code) throws Exception {
        Reply reply = send(method, target, "", "");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text()).contains("\"code\":\"" + code + "\"");
        assertThat(objects).isEmpty();
    }

    @Test
    void aKeyThatIsTooLongIsRefused() throws Exception {
        assertThat(send("PUT", "/_local/storage/uploads/" + "x".repeat(1025), "", "x")
                        .text())
                .contains("ALOFT-130", "and this one has 1025 bytes. Change the key.");
        assertThat(send("PUT", "/_local/storage/uploads/" + "x".repeat(1024), "", "x")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void aPageFromElsewherePutsNothing() throws Exception {
        for (String target :
                List.of("/_local/storage/uploads/a", "/_local/schedules/clean-up", "/_local/databases/products")) {
            assertThat(send("PUT", target, "Origin: http://evil.example\r\n", "x")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(objects).isEmpty();
    }

    @Test
    void aScheduleFiresWhenItIsAsked() throws Exception {
        Reply reply = send("POST", "/_local/schedules/clean-up", "", "");

        assertThat(reply.status()).isEqualTo(202);
        ScheduleEvent event = next(firings);
        assertThat(reply.text()).isEqualTo("{\"id\":\"" + event.id() + "\"}");
        assertThat(event.schedule()).isEqualTo("clean-up");
        assertThat(event.isLate()).isFalse();
        assertThat(report("/_local/schedules/clean-up", "\"handled\":1"))
                .isEqualTo(
                        "{\"schedule\":\"clean-up\",\"functions\":[{\"name\":\"clean-up\",\"waiting\":0,\"handled\":1,"
                                + "\"deadLetters\":[]}]}");
        assertThat(server.out()).containsPattern("schedule clean-up handled \\d+ ms\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'after':{'id':'p-1','price':9.90}} | INSERT",
                "{'before':{'id':'p-1'},'after':{'id':'p-1'}} | UPDATE",
                "{'before':{'id':'p-1'},'after':null} | DELETE",
                "{'operation':'upsert','after':{'id':'p-1'}} | UPSERT",
                "{'operation':'update','after':{'sku':1},'key':{'id':'p-1'}} | UPDATE",
                "{'operation':null,'key':{'id':'p-1'}} | DELETE"
            })
    void aChangeIsPosted(String json, Operation operation) throws Exception {
        Reply reply = send("POST", "/_local/databases/products", "", json.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(202);
        ChangeEvent<Document> change = next(changes);
        assertThat(reply.text()).isEqualTo("{\"id\":\"" + change.id() + "\"}");
        assertThat(change.operation()).isEqualTo(operation);
        assertThat(change.key().text("id")).contains("p-1");
        assertThat(change.documentBefore().isPresent()).isEqualTo(json.contains("before"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | it has neither",
                "{'before':null} | it has neither",
                "{'operation':'insert','before':{'id':1},'after':{'id':1}} | an insertion has",
                "{'operation':'insert','before':{'id':1}} | an insertion has",
                "{'operation':'delete','after':{'id':1}} | an insertion has",
                "{'operation':'drop','after':{'id':1}} | its operation is none of insert, update, delete and upsert.",
                "{'after':{'sku':1}} | the document has no field id, which would identify it; give it a key.",
                "{'later':{'id':1}} | it has more than"
            })
    void aChangeThatIsNoneIsRefused(String json, String fault) throws Exception {
        Reply reply = send("POST", "/_local/databases/products", "", json.replace('\'', '"'));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("\"code\":\"ALOFT-133\"", "The change was not sent: " + fault);
        assertThat(changes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]", "x", "{\"after\":1}", "{\"after\":{}}x", "{\"after\":{\"a\":1,\"a\":2}}"})
    void whatIsNoJsonObjectIsRefused(String body) throws Exception {
        Reply reply = send("POST", "/_local/databases/products", "", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("\"code\":\"ALOFT-201\"");
        assertThat(changes).isEmpty();
    }

    @Test
    void reportsHaveCountsAndReasonsButNoContent() throws Exception {
        String id =
                send("PUT", "/_local/storage/uploads/bad", "", "secret-content").text();
        send("POST", "/_local/databases/products", "", "{\"after\":{\"id\":\"secret-id\"}}");

        String report = report("/_local/storage/uploads", "\"waiting\":0");
        assertThat(report)
                .isEqualTo(
                        "{\"storage\":\"uploads\",\"functions\":[{\"name\":\"make-thumbnail\",\"waiting\":0,\"handled\":0,"
                                + "\"deadLetters\":[{" + id.substring(1, id.length() - 1)
                                + ",\"attempts\":1,\"reasonType\":\"dev.aloft.Rejected\",\"reason\":\"no image\"}]}]}");
        assertThat(report("/_local/databases/products", "\"handled\":1"))
                .startsWith("{\"database\":\"products\",\"functions\":[{\"name\":\"index\"")
                .doesNotContain("secret");
        assertThat(server.out())
                .contains("storage uploads make-thumbnail dead-lettered after attempt 1 of 5\n")
                .containsPattern("changes products index handled \\d+ ms\n")
                .doesNotContain("secret");
    }

    @Test
    void schedulesFireByTheClockOnlyWhereThatIsWanted() throws Exception {
        LocalFunctions functions = Calm.of(index);
        Platform platform = functions.sources().platform();
        long start = platform.timeOf(0);
        try (LocalServer running = LocalServer.start(functions, 0)) {
            assertThat(running.port()).isPositive();
            assertThat(functions.now()).isAfter(Instant.now().minusSeconds(60));
            platform.engine().reach(functions.sources().timetable().next() + 1 - start);
            functions.schedule("clean-up").fire();
            assertThat(next(firings).id()).endsWith("/1");

            functions.sources().timetable().runByClock();
            platform.engine().reach(functions.sources().timetable().next() - start);
            platform.wake();

            ScheduleEvent event = next(firings);
            assertThat(event.scheduledAt().orElseThrow().toString()).contains("T03:00:00Z");
            assertThat(Duration.between(event.scheduledAt().orElseThrow(), event.firedAt()))
                    .isLessThan(Duration.ofMinutes(1));
        }
        assertThat(firings).isEmpty();
    }
}
