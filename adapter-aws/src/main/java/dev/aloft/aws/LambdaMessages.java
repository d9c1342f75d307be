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
import org.jspecify.annotations.Nullable;

/** The way of an event that is no HTTP request: recognised, read, handed to its function, reported. */
final class LambdaMessages {
    /** How SQS begins its events. */
    private static final String QUEUE = "{\"Records\":[{\"messageId\":";

    private final FunctionRuntime functions;
    private final LambdaSettings settings;
    private final KnownNames names = names();

    LambdaMessages(FunctionRuntime functions, LambdaSettings settings) {
        this.functions = functions;
        this.settings = settings;
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
        SqsMapper mapper = new SqsMapper(payload, settings.rawDelivery());
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
        MessageMapper mapper = marks.mapper(payload, settings.rawDelivery(), invocation.id());
        if (mapper == null || mapper instanceof UnmodelledMapper && !takesEvents()) {
            throw functions.unexpected(UnexpectedEvent.described(marks));
        }
        mapper.read(new JsonReader(payload, names));
        return deliver(mapper, invocation);
    }

    private boolean takesEvents() {
        for (FunctionDefinition function : functions.functions()) {
            if (function.binding() instanceof EventBinding) {
                return true;
            }
        }
        return false;
    }

    private JsonWriter deliver(MessageMapper mapper, Invocation invocation) {
        SelectedFunction function = functions.select(mapper.origin());
        return reply(mapper, functions.deliver(function, mapper.items(function.binding()), invocation));
    }

    /** Where AWS does not take reports, or it is not known that it does, only a failure keeps what was not handled. */
    private JsonWriter reply(MessageMapper mapper, DeliveryResult result) {
        MessageMapper.Report report = mapper.report();
        boolean reported = report != MessageMapper.Report.NONE && settings.partialBatch();
        if (!reported && !result.isDone()) {
            throw result.failure();
        }
        JsonWriter json = new JsonWriter(128);
        if (report == MessageMapper.Report.NONE) {
            return json.nullValue();
        }
        json.beginObject().name("batchItemFailures").beginArray();
        for (int i = result.firstOpen(); i < result.size(); i++) {
            if (!result.isDone(i)) {
                writeFailure(json, result, i);
                i = report == MessageMapper.Report.FIRST ? result.size() : i;
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
