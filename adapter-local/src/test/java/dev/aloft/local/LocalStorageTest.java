package dev.aloft.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import dev.aloft.Functions;
import dev.aloft.Rejected;
import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LocalStorageTest {
    private final List<StorageEvent> seen = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final LocalFunctions functions = Calm.of(Functions.builder()
            .storage("all", "uploads", List.of(Kind.CREATED, Kind.DELETED), (event, context) -> {
                seen.add(event);
                calls.add("all " + event.kind());
            })
            .storage("gone", "uploads", List.of(Kind.DELETED), (event, context) -> calls.add("gone " + event.kind()))
            .storage("other", "archive", List.of(Kind.ARCHIVED), (event, context) -> calls.add("other " + event.kind()))
            .build());
    private final LocalStorage uploads = functions.storage("uploads");

    @Test
    void anEventTellsWhatTheBucketKnows() {
        String id = uploads.put("cats/tom 1+\u00e9.png", "meow");
        functions.deliverAll();

        StorageEvent event = seen.get(0);
        assertThat(event.id())
                .isEqualTo(id)
                .isEqualTo("uploads/cats/tom 1+\u00e9.png/" + event.sequencer().orElseThrow());
        assertThat(event.kind()).isEqualTo(Kind.CREATED);
        assertThat(event.bucket()).isEqualTo("uploads");
        assertThat(event.key()).isEqualTo("cats/tom 1+\u00e9.png");
        assertThat(event.size()).hasValue(4);
        assertThat(event.etag()).contains("404cdd7bc109c432f8cc2443b45bcfe9");
        assertThat(event.contentType()).contains("image/png");
        assertThat(event.time()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(event.sequencer()).contains("00001767225600000000");
        assertThat(event.version()).contains("1767225600000000");
        assertThat(event.raw()).isEmpty();
    }

    @Test
    void puttingAgainCreatesAgainAndOnlyTheTagTellsTheContent() {
        uploads.put("a", "1");
        uploads.put("a", "2");
        uploads.put("b", "1".getBytes(UTF_8));
        functions.deliverAll();

        assertThat(seen)
                .extracting(StorageEvent::kind)
                .containsOnly(Kind.CREATED)
                .hasSize(3);
        assertThat(seen.get(0).etag())
                .isEqualTo(seen.get(2).etag())
                .isNotEqualTo(seen.get(1).etag());
        assertThat(seen).extracting(StorageEvent::id).doesNotHaveDuplicates();
        assertThat(seen).extracting(event -> event.sequencer().orElseThrow()).isSorted();
        assertThat(seen.get(0).contentType()).isEmpty();
    }

    @Test
    void deletingTellsOnceAndOfWhatIsNotThereNothing() {
        uploads.put("a", "1");

        assertThat(uploads.delete("a")).isTrue();
        assertThat(uploads.delete("a")).isFalse();
        assertThat(uploads.delete("b")).isFalse();
        functions.deliverAll();

        assertThat(calls).containsExactly("all CREATED", "gone DELETED", "all DELETED");
        StorageEvent event = seen.get(1);
        assertThat(event.size()).isEmpty();
        assertThat(event.etag()).isEmpty();
        assertThat(event.sequencer().orElseThrow())
                .isGreaterThan(seen.get(0).sequencer().orElseThrow());
    }

    @Test
    void theContentTypeIsTheGivenOneOrTheCodecs() {
        uploads.put("a.png", "x", "image/webp");
        uploads.put("b.png", 42);
        functions.deliverAll();

        assertThat(seen.get(0).contentType()).contains("image/webp");
        assertThat(seen.get(1).contentType()).contains("application/x-text");
        assertThat(uploads.read("b.png").orElseThrow()).asString(UTF_8).isEqualTo("42");
    }

    @Test
    void whatIsStoredIsThereUntilItIsDeleted() {
        byte[] content = {1, 2};
        uploads.put("a", content);
        content[0] = 9;

        uploads.read("a").orElseThrow()[1] = 9;

        assertThat(uploads.read("a").orElseThrow()).containsExactly(1, 2);
        uploads.delete("a");
        assertThat(uploads.read("a")).isEmpty();
        assertThat(functions.storage("archive").read("a")).isEmpty();
    }

    @Test
    void anEventOfAnyKindCanBeSent() {
        StorageEvent archived =
                StorageEvent.builder(Kind.ARCHIVED, "archive", "a").build();

        functions.storage("archive").send(archived);
        functions.storage("archive").send(archived);
        functions.deliverAll();

        assertThat(calls).containsExactly("other ARCHIVED", "other ARCHIVED");
    }

    @Test
    void whatFailsIsDeliveredAgainAndDeadLettered() {
        LocalFunctions failing = Calm.of(Functions.builder()
                .storage("busy", "uploads", List.of(Kind.CREATED), (event, context) -> {
                    calls.add("busy " + context.attempt().orElseThrow());
                    throw new Busy("busy");
                })
                .storage("picky", "uploads", List.of(Kind.CREATED), (event, context) -> {
                    throw new Rejected("no image");
                })
                .build());

        failing.storage("uploads").put("a", "1");

        assertThat(failing.storage("uploads").waiting()).isEqualTo(2);
        failing.deliverAll();
        assertThat(calls).containsExactly("busy 1", "busy 2", "busy 3", "busy 4", "busy 5");
        assertThat(failing.storage("uploads").waiting()).isZero();
        assertThat(failing.storage("uploads").deadLetters())
                .extracting(DeadEvent::function, DeadEvent::attempts, DeadEvent::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("busy", 5, "busy"),
                        org.assertj.core.groups.Tuple.tuple("picky", 1, "no image"));
        assertThat(failing.storage("uploads").deadLetters().get(0).event().key())
                .isEqualTo("a");
    }

    static Stream<String> badKeys() {
        return Stream.of("", "x".repeat(1025), "\u00e9".repeat(513), "\ud800");
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void aKeyThatNoStoreTakesIsRefused(String key) {
        assertThatThrownBy(() -> uploads.put(key, "x"))
                .isInstanceOf(AloftException.class)
                .hasMessageStartingWith(
                        "ALOFT-130 The key of an object is Unicode text of 1 to 1024 bytes in UTF-8, and this one has "
                                + (key.equals("\ud800")
                                        ? "half a surrogate pair"
                                        : key.getBytes(UTF_8).length + " bytes")
                                + ". Change the key.");
        assertThatThrownBy(() -> uploads.delete(key)).isInstanceOf(AloftException.class);
        assertThatThrownBy(() -> uploads.read(key)).isInstanceOf(AloftException.class);
    }

    @Test
    void theLongestKeyIsTaken() {
        uploads.put("\u00e9".repeat(512), "x");
        functions.deliverAll();

        assertThat(seen).hasSize(1);
    }

    @Test
    void anUnknownBucketIsRefused() {
        assertThatThrownBy(() -> functions.storage("upload"))
                .isInstanceOf(AloftException.class)
                .hasMessage(
                        "ALOFT-123 There is no bucket named upload. Declared: [bucket archive, bucket uploads]. Use the name that"
                                + " stands in the trigger, or declare it with one.");
    }
}
