package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import dev.aloft.runtime.FunctionRuntime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3MapperTest {
    private static StorageEvent read(String event) {
        MessageFunctions function = MessageFunctions.storage();
        function.handle(event);
        assertThat(function.objects).hasSize(1);
        return function.objects.get(0);
    }

    private static String put(String good, String instead) {
        String event = Samples.text("s3-put").replace(good.replace('\'', '"'), instead.replace('\'', '"'));
        assertThat(event).isNotEqualTo(Samples.text("s3-put"));
        return event;
    }

    @Test
    void everyFieldOfACreatedObjectIsRead() {
        MessageFunctions function = MessageFunctions.storage();

        String reply = function.handleSample("s3-put");

        assertThat(reply).isEqualTo("null");
        StorageEvent event = function.objects.get(0);
        assertThat(event.id()).isEqualTo("uploads/test/key 1.txt/0A1B2C3D4E5F678901");
        assertThat(event.kind()).isEqualTo(Kind.CREATED);
        assertThat(event.bucket()).isEqualTo("uploads");
        assertThat(event.key()).isEqualTo("test/key 1.txt");
        assertThat(event.size()).hasValue(1024);
        assertThat(event.etag()).contains("0123456789abcdef0123456789abcdef");
        assertThat(event.version()).contains("096fKKXTRTtl3on89fVO.nfljtsv6qko");
        assertThat(event.sequencer()).contains("0A1B2C3D4E5F678901");
        assertThat(event.time()).contains(Instant.parse("2026-07-10T08:00:00.123Z"));
        assertThat(event.contentType()).isEmpty();
        assertThat(Json.tree(new String(event.raw().orElseThrow(), StandardCharsets.UTF_8)))
                .isEqualTo(Json.tree(Samples.text("s3-put")).at("/Records/0"));
    }

    @Test
    void deletedObjectHasNoSizeAndNoTag() {
        StorageEvent event = read(Samples.text("s3-delete"));

        assertThat(event.kind()).isEqualTo(Kind.DELETED);
        assertThat(event.key()).isEqualTo("test/é.txt");
        assertThat(event.size()).isEmpty();
        assertThat(event.etag()).isEmpty();
        assertThat(event.version()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a+b, 'a b'",
        "a%2Bb, a+b",
        "a+b/%C3%A9%2B1.txt, a b/é+1.txt",
        "a%2Fb, a/b",
        "a//b/, a//b/",
        "../..%2Fetc/passwd, ../../etc/passwd",
        "..%5C, ..\\",
        "%252e%252e, %2e%2e",
        "%E8%8C%B6%F0%9F%98%80, 茶😀",
        "a%00b, 'a\0b'",
        "é, é"
    })
    void keyIsDecoded(String encoded, String key) {
        assertThat(read(put("test%2Fkey+1.txt", encoded)).key()).isEqualTo(key);
    }

    @Test
    void longestKeyIsReadAsAWhole() {
        String key = "é".repeat(512);

        assertThat(read(put("test%2Fkey+1.txt", "%C3%A9".repeat(512))).key())
                .isEqualTo(key)
                .matches(text -> text.getBytes(StandardCharsets.UTF_8).length == 1024);
    }

    @ParameterizedTest
    @CsvSource({
        "ObjectCreated:Post, CREATED",
        "ObjectCreated:Copy, CREATED",
        "ObjectCreated:CompleteMultipartUpload, CREATED",
        "ObjectRemoved:Delete, DELETED",
        "ObjectRemoved:DeleteMarkerCreated, DELETED",
        "LifecycleExpiration:Delete, DELETED",
        "LifecycleExpiration:DeleteMarkerCreated, DELETED",
        "ObjectTagging:Put, METADATA_UPDATED",
        "ObjectTagging:Delete, METADATA_UPDATED",
        "ObjectAcl:Put, METADATA_UPDATED",
        "LifecycleTransition, METADATA_UPDATED",
        "s3:ObjectCreated:Copy, CREATED",
        "s3:LifecycleTransition, METADATA_UPDATED"
    })
    void kindIsWhatHappened(String name, Kind kind) {
        assertThat(read(put("ObjectCreated:Put", name)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ObjectRestore:Post",
                "ObjectRestore:Completed",
                "Replication:OperationFailedReplication",
                "ReducedRedundancyLostObject",
                "IntelligentTiering",
                "s3:IntelligentTiering:TransitionAccess",
                "s3:TestEvent",
                "ObjectCreation"
            })
    void whatHasNoKindIsRefused(String name) {
        MessageFunctions function = MessageFunctions.storage();

        assertThat(function.failure(put("ObjectCreated:Put", name)))
                .hasMessage("ALOFT-240 S3 tells of " + name
                        + ", which is nothing that a storage function can be told: objects are"
                        + " created or deleted, or their metadata is updated. Take that event type out of the bucket's"
                        + " notification; by EventBridge, a function with an event trigger takes it.");
        assertThat(function.objects).isEmpty();
    }

    @Test
    void sizeMayBeLargerThanAnInt() {
        assertThat(read(put("1024", "5497558138880")).size()).hasValue(5_497_558_138_880L);
    }

    /** AWS's own sample has it so for buckets without versions. */
    @Test
    void emptyVersionIsNone() {
        assertThat(read(put("096fKKXTRTtl3on89fVO.nfljtsv6qko", "")).version()).isEmpty();
    }

    /** S3 counts only what is put and deleted. */
    @Test
    void withoutSequencerTheTimeTellsEventsApart() {
        StorageEvent event = read(put("'sequencer'", "'x'").replace("ObjectCreated:Put", "ObjectTagging:Put"));

        assertThat(event.sequencer()).isEmpty();
        assertThat(event.id()).isEqualTo("uploads/test/key 1.txt/2026-07-10T08:00:00.123Z");
    }

    @Test
    void eventBridgeDoesNotEncodeTheKey() {
        StorageEvent event = read(Samples.text("eventbridge-s3-object-created"));

        assertThat(event.id()).isEqualTo("uploads/test/a+b é%2B.txt/00617F08299329D189");
        assertThat(event.kind()).isEqualTo(Kind.CREATED);
        assertThat(event.bucket()).isEqualTo("uploads");
        assertThat(event.key()).isEqualTo("test/a+b é%2B.txt");
        assertThat(event.size()).hasValue(5);
        assertThat(event.etag()).contains("b1946ac92492d2347c6235b4d2611184");
        assertThat(event.version()).contains("IYV3p45BT0ac8hjHg1houSdS1a.Mro8e");
        assertThat(event.sequencer()).contains("00617F08299329D189");
        assertThat(event.time()).contains(Instant.parse("2026-07-10T08:00:00Z"));
        assertThat(event.raw()).contains(Samples.bytes("eventbridge-s3-object-created"));
    }

    @ParameterizedTest
    @CsvSource({
        "Object Deleted, DELETED",
        "Object Tags Added, METADATA_UPDATED",
        "Object Tags Deleted, METADATA_UPDATED",
        "Object ACL Updated, METADATA_UPDATED",
        "Object Storage Class Changed, METADATA_UPDATED"
    })
    void kindIsTheTypeOfTheEventBridgeEvent(String type, Kind kind) {
        String event = Samples.text("eventbridge-s3-object-created").replace("Object Created", type);

        assertThat(read(event).kind()).isEqualTo(kind);
    }

    @Test
    void withoutSequencerEventBridgesIdTellsEventsApart() {
        StorageEvent event = read(Samples.text("eventbridge-s3-object-tags-added"));

        assertThat(event.id()).isEqualTo("uploads/test/a.txt/17793124-05d4-b198-2fde-7ededc63b103");
        assertThat(event.etag()).contains("b1946ac92492d2347c6235b4d2611184");
    }

    @Test
    void emptyTagIsNone() {
        assertThat(read(Samples.text("eventbridge-s3-object-deleted")).etag()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "s3-put, uploads, ''",
        "s3-put, arn:aws:s3:::uploads, ''",
        "eventbridge-s3-object-created, uploads, ''",
        "eventbridge-s3-object-created, arn:aws:s3:::uploads, ''",
        "sqs-receive-message-s3, uploads-queue, ''",
        "sqs-receive-message-sns-s3, arn:aws:sqs:eu-central-1:123456789012:uploads-queue, ''",
        "sns-notification-s3, uploads-topic, ''",
        "s3-put, other, ALOFT-207 No function declares the source aws:s3 (storage events (created) of uploads). Declared:",
        "sqs-receive-message-s3, uploads, ALOFT-207 No function declares the source aws:sqs (queue messages of uploads-queue)."
    })
    void bucketOrWhatCarriesItsEventsDecidesAmongSeveral(String sample, String source, String failure) {
        List<String> called = new ArrayList<>();
        LambdaRuntime runtime = new LambdaRuntime(
                FunctionRuntime.start(
                        "aws",
                        Map.of("ALOFT_SOURCE_MINE", source, "ALOFT_SOURCE_THINE", "another"),
                        Functions.builder()
                                .storage("a", "mine", List.of(Kind.CREATED), (event, context) -> called.add("a"))
                                .storage("b", "thine", List.of(Kind.CREATED), (event, context) -> called.add("b"))
                                .storage("c", "third", List.of(Kind.DELETED), (event, context) -> called.add("c"))
                                .build()),
                Map.of());

        Throwable thrown =
                Assertions.catchThrowable(() -> runtime.handle(Samples.bytes(sample), new RecordingInvocation()));

        if (failure.isEmpty()) {
            assertThat(thrown).isNull();
            assertThat(called).containsExactly("a");
        } else {
            assertThat(thrown).hasMessageStartingWith(failure);
            assertThat(called).isEmpty();
        }
    }

    @Test
    void kindThatTheFunctionDoesNotAskForIsRefused() {
        MessageFunctions function = MessageFunctions.storage(List.of(Kind.DELETED), (event, context) -> {});

        assertThat(function.failure(Samples.text("s3-put")))
                .hasMessageStartingWith(
                        "ALOFT-204 Function handle expects storage events (deleted) of uploads but got aws:s3"
                                + " (storage events (created) of uploads). ");
    }

    @Test
    void soIsOneOfEventBridge() {
        MessageFunctions function = MessageFunctions.storage(List.of(Kind.DELETED), (event, context) -> {});

        assertThat(function.failure(Samples.text("eventbridge-s3-object-created")))
                .hasMessageStartingWith(
                        "ALOFT-204 Function handle expects storage events (deleted) of uploads but got aws:events"
                                + " (an event of type Object Created from aws.s3). ");
    }

    @Test
    void eventFunctionTakesWhatNoStorageFunctionDoes() {
        List<String> called = new ArrayList<>();
        LambdaRuntime runtime = new LambdaRuntime(
                FunctionRuntime.start(
                        "aws",
                        Map.of(),
                        Functions.builder()
                                .storage("a", "uploads", List.of(Kind.CREATED), (event, context) -> called.add("a"))
                                .event("b", List.of("Object Deleted"), (event, context) -> called.add("b"))
                                .build()),
                Map.of());

        runtime.handle(Samples.bytes("eventbridge-s3-object-deleted"), new RecordingInvocation());
        runtime.handle(Samples.bytes("eventbridge-s3-object-created"), new RecordingInvocation());

        assertThat(called).containsExactly("b", "a");
    }
}
