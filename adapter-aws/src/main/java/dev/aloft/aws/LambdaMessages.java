package dev.aloft.aws;

import dev.aloft.AloftException;
import dev.aloft.runtime.DeliveryResult;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.runtime.Invocation;
import dev.aloft.runtime.SelectedFunction;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.JsonWriter;
import dev.aloft.runtime.json.KnownNames;
import dev.aloft.spi.EventBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.ScheduleBinding;
import dev.aloft.spi.StorageBinding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of an event that is no HTTP request: recognised, read, handed to its function, reported. */
final class LambdaMessages {
    /** How SQS begins its events. */
    private static final String QUEUE = "{\"Records\":[{\"messageId\":";

    private final FunctionRuntime functions;
    private final boolean partialBatch;
    private final boolean rawDelivery;
    private final KnownNames names = names();

    /**
     * @param partialBatch whether the event source mapping has {@code ReportBatchItemFailures}; without it AWS deletes a message whose
     *     failure is merely reported
     * @param rawDelivery whether SNS delivers to the queue without its envelope
     */
    LambdaMessages(FunctionRuntime functions, boolean partialBatch, boolean rawDelivery) {
        this.functions = functions;
        this.partialBatch = partialBatch;
        this.rawDelivery = rawDelivery;
    }

    /** The names that records of SQS have, and some of the others. */
    private static KnownNames names() {
        return KnownNames.of("""
                Records messageId receiptHandle body attributes messageAttributes md5OfBody eventSource eventSourceARN awsRegion
                ApproximateReceiveCount SentTimestamp SenderId ApproximateFirstReceiveTimestamp MessageGroupId SequenceNumber
                MessageDeduplicationId AWSTraceHeader stringValue binaryValue stringListValues binaryListValues dataType
                EventSource Sns MessageId Type TopicArn Subject Message Timestamp MessageAttributes Value kinesis partitionKey
                sequenceNumber data approximateArrivalTimestamp kinesisSchemaVersion eventID eventName eventVersion
                invokeIdentityArn topic partition offset timestamp timestampType key value headers records eventSourceArn
                """);
    }

    /** Whether an event begins as those of SQS, so that it is probable enough to be read as such at once. */
    static boolean isLikely(byte[] payload) {
        return NativeEvent.begins(payload, QUEUE);
    }

    /** The finished reply to what is probably a batch of SQS; null if it is not. */
    @Nullable
    JsonWriter handleLikely(byte[] payload, Invocation invocation) {
        SqsMapper mapper = new SqsMapper(payload, rawDelivery);
        try {
            mapper.read(new JsonReader(payload, names));
        } catch (AloftException guessedWrong) {
            return null; // or not: then the second reading throws it again
        }
        return mapper.isAlone() ? deliver(mapper, invocation) : null;
    }

    /** The finished reply to an event that is not HTTP. */
    JsonWriter handle(byte[] payload, Invocation invocation) {
        EventMarks marks = EventMarks.of(payload);
        List<FunctionDefinition> all = functions.functions();
        MessageMapper mapper = marks.mapper(payload, rawDelivery, invocation.id(), all);
        if (mapper == null
                || mapper instanceof UnmodelledMapper && !EventBridgeMapper.isTaken(all, EventBinding.EVENTS)) {
            if (marks.isUnknown()
                    && EventBridgeMapper.isTaken(all, StorageBinding.EVENTS)
                    && S3Mapper.isTrial(NativeText.document(new JsonReader(payload)))) {
                return new JsonWriter().nullValue();
            }
            throw marks.isUnknown() && EventBridgeMapper.isTaken(all, ScheduleBinding.FIRINGS)
                    ? BrokenEvent.firing(marks.described())
                    : functions.unexpected(marks.described());
        }
        mapper.read(new JsonReader(payload, names));
        return deliver(mapper, invocation);
    }

    private JsonWriter deliver(MessageMapper mapper, Invocation invocation) {
        SelectedFunction function = functions.select(mapper.origin());
        return reply(mapper, functions.deliver(function, mapper.items(function.binding()), invocation));
    }

    /** Where AWS does not take reports, or it is not known that it does, only a failure keeps what was not handled. */
    private JsonWriter reply(MessageMapper mapper, DeliveryResult result) {
        int reportable = mapper.reportable();
        if (!result.isDone() && (reportable == 0 || !partialBatch)) {
            throw result.failure();
        }
        JsonWriter json = new JsonWriter(128);
        if (reportable == 0) {
            return json.nullValue();
        }
        json.beginObject().name("batchItemFailures").beginArray();
        int reported = 0;
        String last = null; // a message of several events is reported once
        for (int i = result.firstOpen(); i < result.size() && reported < reportable; i++) {
            if (!result.isDone(i) && !result.id(i).equals(last)) {
                writeFailure(json, result, i);
                last = result.id(i);
                reported++;
            }
        }
        return json.endArray().endObject();
    }

    /** AWS takes an unknown id for the failure of all, an empty one too; better to say so. */
    private static void writeFailure(JsonWriter json, DeliveryResult result, int index) {
        if (result.id(index).isBlank()) {
            throw result.failure();
        }
        json.beginObject().name("itemIdentifier").string(result.id(index)).endObject();
    }
}
