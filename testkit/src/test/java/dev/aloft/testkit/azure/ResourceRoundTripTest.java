package dev.aloft.testkit.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aloft.Binary;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens in a container, a table or by the clock is what the function gets, through host and worker. */
class ResourceRoundTripTest {
    private static final int RUNS = 1_000;

    @TempDir
    private static Path folder;

    private static ResourcePackage azure;

    private final long seed = new Random().nextLong();
    private final RandomResources random = new RandomResources(new Random(seed));

    @BeforeAll
    static void start() throws Exception {
        azure = ResourcePackage.start(folder);
    }

    @Test
    void storageEventsOfEventGridReachTheFunction() {
        for (int run = 0; run < RUNS; run++) {
            StorageEvent sent = random.storageEvent();

            assertThat(azure.received("on-upload", BlobEncoder.schema(sent)))
                    .as("seed %d", seed)
                    .containsExactly(sent);
            assertThat(azure.received("on-upload", BlobEncoder.cloudEvent(sent)))
                    .as("seed %d", seed)
                    .containsExactly(sent);
        }
    }

    @Test
    void blobsOfTheBlobTriggerReachTheFunction() {
        for (int run = 0; run < RUNS; run++) {
            byte[] content = new byte[random.number(100)];
            StorageEvent sent = random.blob(content.length);

            List<Object> got = azure.received("on-picture", BlobEncoder.trigger(sent, content));

            assertThat(got).as("seed %d", seed).containsExactly(sent);
            assertThat(((StorageEvent) got.get(0)).raw()).hasValue(content);
        }
    }

    @Test
    void firingsReachTheFunction() {
        for (int run = 0; run < RUNS; run++) {
            Instant before = Instant.now();
            ScheduleEvent sent = random.firing(before);

            ScheduleEvent got = (ScheduleEvent)
                    azure.received("clean-up", TimerEncoder.encode(sent)).get(0);

            assertThat(got.firedAt()).isBetween(before, Instant.now());
            assertThat(got)
                    .as("seed %d", seed)
                    .isEqualTo(ScheduleEvent.builder("clean-up", got.firedAt())
                            .scheduledAt(sent.scheduledAt().orElse(null))
                            .late(sent.isLate())
                            .build());
        }
    }

    @Test
    void changesOfCosmosDbReachTheFunction() {
        for (int run = 0; run < RUNS; run++) {
            List<ChangeEvent<Document>> sent = new ArrayList<>();
            for (int i = random.number(5); i > 0; i--) {
                sent.add(random.upsert());
            }

            assertThat(azure.received("on-product", CosmosDbEncoder.encode(sent)))
                    .as("seed %d", seed)
                    .isEqualTo(sent);
        }
    }

    @Test
    void changesOfSqlReachTheFunction() {
        for (int run = 0; run < RUNS; run++) {
            ChangeEvent<Document> sent = random.row();

            ChangeEvent<?> got = (ChangeEvent<?>)
                    azure.received("on-order", SqlEncoder.encode(List.of(sent))).get(0);

            assertThat(got)
                    .as("seed %d", seed)
                    .isEqualTo(ChangeEvent.builder(got.id(), sent.operation(), sent.source())
                            .key(sent.key())
                            .after(sent.documentAfter().orElse(null))
                            .build());
        }
    }

    @Test
    void whatCosmosDbAddsIsAddedWhereItIsNotThere() {
        Document key = Document.builder().set("id", "p-1").build();
        ChangeEvent<Document> bare = ChangeEvent.builder("p-1/e-7", Operation.UPSERT, "products")
                .key(key)
                .after(Document.builder().set("name", "tea").build())
                .sequence("41")
                .time(Instant.ofEpochSecond(1_700_000_000))
                .build();

        ChangeEvent<?> got = (ChangeEvent<?>) azure.received("on-product", CosmosDbEncoder.encode(List.of(bare)))
                .get(0);

        assertThat(got.id()).isEqualTo("p-1/e-7");
        assertThat(got.key()).isEqualTo(key);
        assertThat(got.sequence()).contains("41");
        assertThat(got.time()).contains(Instant.ofEpochSecond(1_700_000_000));
        assertThat(got.documentAfter().orElseThrow().text("name")).contains("tea");
    }

    @Test
    void whatAzureCannotTellIsNotEncoded() {
        StorageEvent archived =
                StorageEvent.builder(Kind.ARCHIVED, "uploads", "a").build();
        StorageEvent deleted =
                StorageEvent.builder(Kind.DELETED, "uploads", "a").build();
        ChangeEvent<Document> insert =
                ChangeEvent.builder("1", Operation.INSERT, "products").build();
        ChangeEvent<Document> upsert =
                ChangeEvent.builder("1", Operation.UPSERT, "products").build();
        Document bytes = Document.builder()
                .set(
                        "x",
                        List.of(Document.builder()
                                .set("y", Binary.of(new byte[1]))
                                .build()))
                .build();
        ChangeEvent<Document> binary = ChangeEvent.builder("1", Operation.UPSERT, "products")
                .after(bytes)
                .build();

        assertThatIllegalArgumentException().isThrownBy(() -> BlobEncoder.schema(archived));
        assertThatIllegalArgumentException().isThrownBy(() -> BlobEncoder.trigger(deleted, new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> CosmosDbEncoder.encode(List.of(insert)));
        assertThatIllegalArgumentException().isThrownBy(() -> CosmosDbEncoder.encode(List.of(upsert)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CosmosDbEncoder.encode(List.of(binary)))
                .withMessage("Cosmos DB has no Binary.");
        assertThatIllegalArgumentException().isThrownBy(() -> SqlEncoder.encode(List.of(upsert)));
        assertThatIllegalArgumentException().isThrownBy(() -> SqlEncoder.encode(List.of(insert)));
    }
}
