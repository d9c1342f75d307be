package dev.aloft.testkit.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aloft.Body;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.gcp.GcpEntryPoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to objects, by the clock and to documents reaches the function as it was told to Google. */
class GoogleResourceRoundTripTest {
    private static final int RUNS = 1_000;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final RandomValues values = new RandomValues(random);

    /** How a change comes. */
    enum Database {
        FIRESTORE(DatabaseEncoder.firestore()),
        FIRESTORE_JSON(DatabaseEncoder.firestoreJson()),
        DATASTORE(DatabaseEncoder.datastore()),
        DATASTORE_JSON(DatabaseEncoder.datastoreJson()),
        REALTIME(DatabaseEncoder.realtime());

        private final DatabaseEncoder encoder;

        Database(DatabaseEncoder encoder) {
            this.encoder = encoder;
        }

        boolean isDatastore() {
            return name().startsWith("DATASTORE");
        }
    }

    @BeforeEach
    void forget() {
        KeepingApplication.OBJECTS.clear();
        KeepingApplication.FIRINGS.clear();
        KeepingApplication.CHANGES.clear();
    }

    private void sendBothWays(Event event, GcpEntryPoint entry) throws IOException {
        GoogleRequest request =
                random.nextBoolean() ? CloudEventEncoder.binary(event) : CloudEventEncoder.structured(event);

        assertThat(GoogleRoundTripTest.send(request, entry)).as("seed %d", seed).isEqualTo(204);
    }

    @Test
    void objectReachesTheFunction() throws IOException {
        GcpEntryPoint entry = GoogleRoundTripTest.entry("keep-object");
        for (int run = 0; run < RUNS; run++) {
            StorageEvent sent = object(run);

            sendBothWays(StorageEncoder.event(sent), entry);

            assertThat(KeepingApplication.OBJECTS).as("seed %d", seed).containsExactly(sent);
            KeepingApplication.OBJECTS.clear();
        }
    }

    private StorageEvent object(int number) {
        StorageEvent.Kind kind = StorageEvent.Kind.values()[random.nextInt(4)];
        StorageEvent.Builder event =
                StorageEvent.builder(kind, "uploads", "k" + values.text()).id("s-" + number);
        if (random.nextBoolean()) {
            event.size(random.nextLong(Long.MAX_VALUE))
                    .etag("e" + values.text())
                    .contentType("image/png");
        }
        if (random.nextBoolean()) {
            long generation = random.nextLong(Long.MAX_VALUE);
            event.version(Long.toString(generation));
            if (random.nextBoolean()) {
                int end = kind == StorageEvent.Kind.DELETED ? 2 : kind == StorageEvent.Kind.ARCHIVED ? 1 : 0;
                event.sequencer(String.format("%019d-%019d-%d", generation, random.nextLong(Long.MAX_VALUE), end));
            }
        }
        return random.nextBoolean() ? event.time(values.time()).build() : event.build();
    }

    @Test
    void firingReachesTheFunctionInEveryWay() throws IOException {
        GcpEntryPoint entry = GoogleRoundTripTest.entry("keep-firing");
        for (int run = 0; run < RUNS; run++) {
            ScheduleEvent planned = ScheduleEvent.builder("clean-up", values.time())
                    .scheduledAt(values.time())
                    .build();
            ScheduleEvent told = ScheduleEvent.builder("clean-up", values.time())
                    .id("f-" + run)
                    .build();
            Message<Body> message = Message.builder("m-" + run, "{}")
                    .source("clean-up")
                    .attempt(2)
                    .build();

            assertThat(GoogleRoundTripTest.send(CloudSchedulerEncoder.request(planned), entry))
                    .isEqualTo(204);
            sendBothWays(CloudSchedulerEncoder.event(told), entry);
            GoogleRoundTripTest.send(
                    PubSubEncoder.push("projects/p/subscriptions/clean-up").encode(message), entry);
            GoogleRoundTripTest.send(
                    PubSubEncoder.unwrapped("projects/p/subscriptions/clean-up").encode(message), entry);

            List<ScheduleEvent> firings = KeepingApplication.FIRINGS;
            assertThat(firings)
                    .as("seed %d", seed)
                    .extracting(ScheduleEvent::id)
                    .containsExactly(planned.id(), told.id(), message.id(), message.id());
            assertThat(firings).extracting(ScheduleEvent::schedule).containsOnly("clean-up");
            assertThat(firings.get(0).scheduledAt()).isEqualTo(planned.scheduledAt());
            assertThat(firings.get(2).attempt()).hasValue(2);
            firings.clear();
        }
    }

    @ParameterizedTest
    @EnumSource
    void changeReachesTheFunction(Database database) throws IOException {
        GcpEntryPoint entry = GoogleRoundTripTest.entry("keep-change");
        for (int run = 0; run < RUNS; run++) {
            ChangeEvent<Document> sent = change(database, run);

            sendBothWays(database.encoder.event(sent), entry);

            assertThat(KeepingApplication.CHANGES).as("seed %d", seed).containsExactly(sent);
            KeepingApplication.CHANGES.clear();
        }
    }

    private ChangeEvent<Document> change(Database database, int number) {
        Operation operation =
                List.of(Operation.INSERT, Operation.UPDATE, Operation.DELETE).get(random.nextInt(3));
        ChangeEvent.Builder change =
                ChangeEvent.builder("c-" + number, operation, "products").key(key(database));
        if (operation != Operation.INSERT) {
            change.before(document(database));
        }
        if (operation != Operation.DELETE) {
            change.after(document(database));
            change.sequence(database.isDatastore() ? Long.toString(1 + random.nextInt(1_000_000)) : null);
        }
        if (operation == Operation.UPDATE && database != Database.REALTIME) {
            change.changedFields(List.of("a", "b.c"));
        }
        return random.nextBoolean() ? change.time(values.time()).build() : change.build();
    }

    private Document document(Database database) {
        return database == Database.REALTIME ? values.realtime(0) : values.document(0);
    }

    private Document key(Database database) {
        Document.Builder key = Document.builder();
        if (database.isDatastore() && random.nextBoolean()) {
            key.set("id", random.nextLong());
        } else {
            key.set("id", database.isDatastore() ? "p/" + values.text() : "p-1");
        }
        if (random.nextBoolean()) {
            key.set("parent", "shops/s-1");
        }
        if (database.isDatastore() && random.nextBoolean()) {
            key.set("namespace", "eu");
        }
        return key.build();
    }

    @Test
    void sequencerOfAnotherPlatformHasNoPlaceInTheForm() {
        StorageEvent event = StorageEvent.builder(StorageEvent.Kind.CREATED, "uploads", "tea.png")
                .sequencer("0055AED6DCD90281E5")
                .build();

        assertThat(new String(StorageEncoder.event(event).data().bytes(), StandardCharsets.UTF_8))
                .contains("\"name\":\"tea.png\"")
                .doesNotContain("metageneration");
    }

    @Test
    void googleKnowsNoUpsert() {
        ChangeEvent<Document> upsert = ChangeEvent.builder("c-1", Operation.UPSERT, "products")
                .key(Document.builder().set("id", "p-1").build())
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseEncoder.firestore().event(upsert))
                .withMessage("Google tells whether a document is new.");
    }
}
