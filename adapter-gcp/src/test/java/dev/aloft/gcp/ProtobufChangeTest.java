package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.events.cloud.datastore.v1.EntityEventData;
import com.google.events.cloud.datastore.v1.EntityResult;
import com.google.events.cloud.datastore.v1.PropertyMask;
import com.google.events.cloud.firestore.v1.DocumentEventData;
import com.google.events.cloud.firestore.v1.DocumentMask;
import dev.aloft.Binary;
import dev.aloft.Document;
import dev.aloft.DocumentReference;
import dev.aloft.GeoPoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The decoder against the bytes that Google's own classes write. */
class ProtobufChangeTest {
    private static final String NAME = "projects/p/databases/(default)/documents/products/p-1";
    private static final Document EVERY_TYPE = Document.builder()
            .set("null", null)
            .set("yes", true)
            .set("no", false)
            .set("integer", Long.MIN_VALUE)
            .set("double", 9.9)
            .set("negativeZero", -0.0)
            .set("nan", Double.NaN)
            .set("infinity", Double.NEGATIVE_INFINITY)
            .set("time", Instant.parse("0001-01-01T00:00:00.000000001Z"))
            .set("text", "é€😀\ufffd")
            .set("empty", "")
            .set("bytes", Binary.of((byte) 0, (byte) 255))
            .set("reference", new DocumentReference("projects/p/databases/d/documents/shops/s%2F1%25/x/__id-7__"))
            .set("place", new GeoPoint(-90, 180))
            .set(
                    "array",
                    Arrays.asList(
                            1L,
                            null,
                            "a",
                            Document.builder().set("in", List.of(2L)).build()))
            .set("emptyArray", List.of())
            .set(
                    "map",
                    Document.builder()
                            .set("deep", Document.builder().set("x&y", 1L).build())
                            .build())
            .set("emptyMap", Document.empty())
            .build();

    private final long seed = new Random().nextLong();
    private final RandomDocuments documents = new RandomDocuments(seed);

    @Test
    void firestoreValuesOfEveryTypeAreExact() {
        assertThat(firestore(EVERY_TYPE)).isEqualTo(EVERY_TYPE);
        assertThat(EVERY_TYPE.get("integer")).isEqualTo(BigDecimal.valueOf(Long.MIN_VALUE));
    }

    @Test
    void datastoreValuesOfEveryTypeAreExact() {
        assertThat(datastore(EVERY_TYPE)).isEqualTo(EVERY_TYPE);
    }

    @Test
    void randomDocumentsAreExact() {
        for (int run = 0; run < 2_000; run++) {
            Document document = documents.next();

            assertThat(firestore(document)).as("seed %d", seed).isEqualTo(document);
            assertThat(datastore(document)).as("seed %d", seed).isEqualTo(document);
        }
    }

    @Test
    void firestoreChangeHasNamesFieldsAndMask() {
        DocumentEventData data = DocumentEventData.newBuilder()
                .setValue(GoogleValues.firestore(NAME, documents.next()))
                .setOldValue(GoogleValues.firestore(NAME, Document.empty()))
                .setUpdateMask(DocumentMask.newBuilder().addFieldPaths("a").addFieldPaths("`x&y`.b"))
                .build();

        ChangeMapper change = decoded(data.toByteArray(), false);

        assertThat(change.after.reference()).isEqualTo(new DocumentReference(NAME));
        assertThat(change.after.source).isEqualTo("products");
        assertThat(change.after.collection()).isEqualTo("projects/p/databases/(default)/documents/products");
        assertThat(change.after.key())
                .isEqualTo(Document.builder().set("id", "p-1").build());
        assertThat(change.before.exists()).isTrue();
        assertThat(change.fieldPaths).containsExactly("a", "`x&y`.b");
    }

    @Test
    void datastoreChangeHasKeysPropertiesMaskAndVersion() {
        EntityEventData data = EntityEventData.newBuilder()
                .setValue(EntityResult.newBuilder()
                        .setEntity(GoogleValues.datastore(GoogleValues.key(NAME + "/parts/__id7__"), documents.next()))
                        .setVersion(Long.MAX_VALUE)
                        .setCreateTime(GoogleValues.time(Instant.EPOCH)))
                .setUpdateMask(PropertyMask.newBuilder().addPropertyPaths("a.b"))
                .build();

        ChangeMapper change = decoded(data.toByteArray(), true);

        assertThat(change.after.source).isEqualTo("parts");
        assertThat(change.after.key())
                .isEqualTo(Document.builder()
                        .set("id", 7)
                        .set("parent", "products/p-1")
                        .build());
        assertThat(change.after.version).isEqualTo(Long.MAX_VALUE);
        assertThat(change.before.exists()).isFalse();
        assertThat(change.fieldPaths).containsExactly("a.b");
    }

    @Test
    void slashInTheNameOfAnEntityMakesItNoChildOfAnother() {
        Snapshot entity = new Snapshot();
        entity.add("tasks", "x/admins/1%2F");

        assertThat(entity.source).isEqualTo("tasks");
        assertThat(entity.key())
                .isEqualTo(Document.builder().set("id", "x/admins/1%2F").build());
        assertThat(entity.reference().name())
                .isEqualTo("projects//databases/(default)/documents/tasks/x%2Fadmins%2F1%252F");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bytesOfTheOtherServiceAreRefused(boolean datastore) {
        byte[] data = datastore
                ? DocumentEventData.newBuilder()
                        .setValue(GoogleValues.firestore(NAME, EVERY_TYPE))
                        .build()
                        .toByteArray()
                : EntityEventData.newBuilder()
                        .setValue(EntityResult.newBuilder()
                                .setEntity(GoogleValues.datastore(GoogleValues.key(NAME), EVERY_TYPE)))
                        .build()
                        .toByteArray();

        assertThat(WireReaderTest.refusal(() -> decoded(data, datastore))).startsWith("ALOFT-26");
    }

    private static ChangeMapper decoded(byte[] data, boolean datastore) {
        ChangeMapper change = new ChangeMapper();
        ProtobufChange.read(data, datastore, change);
        return change;
    }

    private static Document firestore(Document document) {
        DocumentEventData data = DocumentEventData.newBuilder()
                .setValue(GoogleValues.firestore(NAME, document))
                .build();
        return decoded(data.toByteArray(), false).after.fields;
    }

    private static Document datastore(Document document) {
        EntityEventData data = EntityEventData.newBuilder()
                .setOldValue(
                        EntityResult.newBuilder().setEntity(GoogleValues.datastore(GoogleValues.key(NAME), document)))
                .build();
        return decoded(data.toByteArray(), true).before.fields;
    }
}
