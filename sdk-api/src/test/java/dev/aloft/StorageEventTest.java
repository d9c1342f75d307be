package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aloft.StorageEvent.Kind;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageEventTest {
    @Test
    void everythingIsReachable() {
        StorageEvent event = full().build();

        assertThat(event.id()).isEqualTo("e-1");
        assertThat(event.kind()).isEqualTo(Kind.CREATED);
        assertThat(event.bucket()).isEqualTo("uploads");
        assertThat(event.key()).isEqualTo("cats/tom 1+\u00e9.png");
        assertThat(event.size()).hasValue(4_711);
        assertThat(event.etag()).contains("d41d8");
        assertThat(event.version()).contains("v-1");
        assertThat(event.contentType()).contains("image/png");
        assertThat(event.sequencer()).contains("0055AED6");
        assertThat(event.time()).contains(Instant.EPOCH);
        assertThat(event.raw()).contains(new byte[] {1});
    }

    @Test
    void whatIsNotToldIsEmpty() {
        StorageEvent event = StorageEvent.builder(Kind.DELETED, "uploads", "a").build();

        assertThat(event.size()).isEmpty();
        assertThat(event.etag()).isEmpty();
        assertThat(event.version()).isEmpty();
        assertThat(event.contentType()).isEmpty();
        assertThat(event.sequencer()).isEmpty();
        assertThat(event.time()).isEmpty();
        assertThat(event.raw()).isEmpty();
    }

    @Test
    void idIsMadeOfBucketKeyAndSequencer() {
        StorageEvent.Builder builder = StorageEvent.builder(Kind.CREATED, "uploads", "cats/tom.png");

        assertThat(builder.build().id()).isEqualTo("uploads/cats/tom.png");
        assertThat(builder.sequencer("0055").build().id()).isEqualTo("uploads/cats/tom.png/0055");
        assertThat(builder.id("e-1").build().id()).isEqualTo("e-1");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, -2, Long.MIN_VALUE})
    void sizeBelowZeroIsUnknown(long size) {
        assertThat(full().size(size).build().size()).isEmpty();
        assertThat(full().size(size).build()).isEqualTo(full().size(-1).build());
        assertThat(full().size(0).build().size()).hasValue(0);
    }

    @Test
    void keyOfSpacesIsAKey() {
        assertThat(StorageEvent.builder(Kind.CREATED, "uploads", " ").build().key())
                .isEqualTo(" ");
    }

    @Test
    void builderAndNativeFormCanBeChangedWithoutTheEvent() {
        StorageEvent.Builder builder = full();
        StorageEvent event = builder.build();

        builder.etag("other");
        event.raw().orElseThrow()[0] = 9;

        assertThat(event.etag()).contains("d41d8");
        assertThat(event.raw()).contains(new byte[] {1});
    }

    @Test
    void equalityIsOfEverythingButTheNativeForm() {
        StorageEvent event = full().build();

        assertThat(event).isEqualTo(full().raw(null).build()).hasSameHashCodeAs(full().build());
        assertThat(event).isNotEqualTo("e-1");
        assertThat(StorageEvent.builder(Kind.CREATED, "b", "k").id("1").build())
                .isNotEqualTo(
                        StorageEvent.builder(Kind.DELETED, "b", "k").id("1").build())
                .isNotEqualTo(
                        StorageEvent.builder(Kind.CREATED, "c", "k").id("1").build())
                .isNotEqualTo(
                        StorageEvent.builder(Kind.CREATED, "b", "l").id("1").build());
        for (UnaryOperator<StorageEvent.Builder> change : changes()) {
            assertThat(change.apply(full()).build()).isNotEqualTo(event);
        }
    }

    private static List<UnaryOperator<StorageEvent.Builder>> changes() {
        return List.of(
                builder -> builder.id("e-2"),
                builder -> builder.size(1),
                builder -> builder.etag(null),
                builder -> builder.version(null),
                builder -> builder.contentType(null),
                builder -> builder.sequencer(null),
                builder -> builder.time(null));
    }

    @Test
    void textTellsWhatHappened() {
        assertThat(full().build()).hasToString("StorageEvent[CREATED uploads/cats/tom 1+\u00e9.png]");
    }

    @ParameterizedTest
    @CsvSource({"' ', k, bucket is blank.", "'', k, bucket is blank.", "b, '', key is empty."})
    void missingNameIsRefused(String bucket, String key, String what) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StorageEvent.builder(Kind.CREATED, bucket, key))
                .withMessage("ALOFT-413 A storage event has a bucket and a key; the " + what);
    }

    @Test
    void blankIdIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> full().id(" "))
                .withMessage("ALOFT-413 A storage event has an id that is not blank.");
    }

    private static StorageEvent.Builder full() {
        return StorageEvent.builder(Kind.CREATED, "uploads", "cats/tom 1+\u00e9.png")
                .id("e-1")
                .size(4_711)
                .etag("d41d8")
                .version("v-1")
                .contentType("image/png")
                .sequencer("0055AED6")
                .time(Instant.EPOCH)
                .raw(new byte[] {1});
    }
}
