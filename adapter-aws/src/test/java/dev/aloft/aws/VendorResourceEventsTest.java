package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3ObjectEntity;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.aloft.Binary;
import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.StorageEvent;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor's own classes see the same in our samples of buckets and tables as our mappers do. */
class VendorResourceEventsTest {
    private final ObjectMapper lenient = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .addMixIn(StreamRecord.class, WithoutTime.class)
            .build();

    /** Times are of a type that the platform's reader alone can make. */
    @JsonIgnoreProperties({"approximateCreationDateTime", "ApproximateCreationDateTime"})
    private abstract static class WithoutTime {}

    @ParameterizedTest
    @ValueSource(strings = {"s3-put", "s3-delete"})
    void objectsAreReadAlike(String sample) {
        var object = Json.tree(Samples.text(sample)).at("/Records/0/s3/object");
        S3ObjectEntity vendor = new S3ObjectEntity(
                object.get("key").asText(),
                object.has("size") ? object.get("size").asLong() : null,
                object.path("eTag").asText(null),
                object.path("versionId").asText(null),
                object.get("sequencer").asText());
        MessageFunctions function = MessageFunctions.storage();

        function.handleSample(sample);

        StorageEvent event = function.objects.get(0);
        assertThat(event.key()).isEqualTo(vendor.getUrlDecodedKey());
        assertThat(event.size().isPresent() ? event.size().getAsLong() : null).isEqualTo(vendor.getSizeAsLong());
        assertThat(event.etag().orElse(null)).isEqualTo(vendor.geteTag());
        assertThat(event.version().orElse(null)).isEqualTo(vendor.getVersionId());
        assertThat(event.sequencer()).contains(vendor.getSequencer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dynamodb-update", "dynamodb-all-types", "dynamodb-time-to-live"})
    void changesAreReadAlike(String sample) throws JsonProcessingException {
        List<DynamodbEvent.DynamodbStreamRecord> vendor =
                lenient.readValue(Samples.text(sample), DynamodbEvent.class).getRecords();
        MessageFunctions function = MessageFunctions.changes((change, context) -> {});

        function.handleSample(sample);

        assertThat(function.changes).hasSameSizeAs(vendor);
        for (int i = 0; i < vendor.size(); i++) {
            ChangeEvent<Document> change = function.changes.get(i);
            StreamRecord record = vendor.get(i).getDynamodb();
            assertThat(change.id()).isEqualTo(vendor.get(i).getEventID());
            assertThat(change.sequence()).contains(record.getSequenceNumber());
            assertThat(change.key()).isEqualTo(document(record.getKeys()));
            assertThat(change.before().orElse(null)).isEqualTo(document(record.getOldImage()));
            assertThat(change.after().orElse(null)).isEqualTo(document(record.getNewImage()));
        }
    }

    private static @Nullable Document document(@Nullable Map<String, AttributeValue> item) {
        if (item == null) {
            return null;
        }
        Document.Builder document = Document.builder();
        item.forEach((name, value) -> document.set(name, value(value)));
        return document.build();
    }

    private static @Nullable Object value(AttributeValue value) {
        if (value.getS() != null) {
            return value.getS();
        }
        if (value.getN() != null) {
            return new BigDecimal(value.getN());
        }
        if (value.getB() != null) {
            return binary(value.getB());
        }
        if (value.getM() != null) {
            return document(value.getM());
        }
        if (value.getL() != null) {
            List<@Nullable Object> list = new ArrayList<>();
            value.getL().forEach(element -> list.add(value(element)));
            return list;
        }
        return value.getBOOL() != null ? value.getBOOL() : sets(value);
    }

    private static @Nullable Object sets(AttributeValue value) {
        if (value.getSS() != null) {
            return set(value.getSS(), text -> text);
        }
        if (value.getNS() != null) {
            return set(value.getNS(), BigDecimal::new);
        }
        return value.getBS() == null ? null : set(value.getBS(), VendorResourceEventsTest::binary);
    }

    private static <T> Set<Object> set(List<T> values, Function<T, Object> neutral) {
        Set<Object> set = new LinkedHashSet<>();
        values.forEach(value -> set.add(neutral.apply(value)));
        return set;
    }

    private static Binary binary(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return Binary.of(bytes);
    }
}
