package dev.aloft.aws;

import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event that is no HTTP request says of its kind, in fields that only AWS writes: never in what they carry. The marks
 * exclude each other; an event with those of two kinds is of none.
 *
 * <table>
 * <caption>Marks</caption>
 * <tr><th>SQS, SNS, Kinesis, S3, …</th><td>{@code Records} that name one {@code eventSource}</td></tr>
 * <tr><th>Kafka, Amazon MQ</th><td>{@code eventSource} beside their messages</td></tr>
 * <tr><th>EventBridge</th><td>{@code detail-type}, {@code source} and {@code detail}</td></tr>
 * </table>
 */
final class EventMarks {
    private final List<String> names = new ArrayList<>();
    private final List<String> contextNames = new ArrayList<>();
    private final List<String> recordNames = new ArrayList<>();
    private boolean context;
    private boolean emptyList;
    private boolean brokenRecord;
    private boolean mixed;
    private String eventSource = "";
    private String recordSource = "";
    private int records;

    private EventMarks() {}

    static EventMarks of(byte[] payload) {
        EventMarks marks = new EventMarks();
        marks.read(new JsonReader(payload));
        return marks;
    }

    private void read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            names.add(name);
            switch (name) {
                case "Records" -> readRecords(json);
                case "requestContext" -> {
                    context = json.isObject();
                    readNames(json, contextNames);
                }
                case "eventSource" -> eventSource = text(json);
                default -> json.skip();
            }
        }
        json.endObject();
        json.end();
    }

    private void readRecords(JsonReader json) {
        if (json.peek() != Token.ARRAY) {
            emptyList = true;
            json.skip();
            return;
        }
        json.beginArray();
        while (json.hasNext()) {
            String named = readRecord(json);
            mixed |= records > 0 && !named.equals(recordSource);
            recordSource = named;
            records++;
        }
        json.endArray();
        emptyList = records == 0;
    }

    /** The event source, which SNS writes with a capital letter; empty without one. */
    private String readRecord(JsonReader json) {
        if (!json.isObject()) {
            brokenRecord = true;
            json.skip();
            return "";
        }
        String lower = "";
        String capital = "";
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            if (records == 0) {
                recordNames.add(name);
            }
            switch (name) {
                case "eventSource" -> lower = text(json);
                case "EventSource" -> capital = text(json);
                default -> json.skip();
            }
        }
        json.endObject();
        return lower.isEmpty() || capital.isEmpty() ? lower + capital : "";
    }

    private static void readNames(JsonReader json, List<String> found) {
        if (!json.isObject()) {
            json.skip();
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            if (!json.isNull()) {
                found.add(name);
            }
            json.skip();
        }
        json.endObject();
    }

    private static String text(JsonReader json) {
        if (json.isString()) {
            return json.string();
        }
        json.skip();
        return "";
    }

    /** Whether there is a member of this name. */
    boolean has(String name) {
        return names.contains(name);
    }

    /** Whether the first record has a member of this name. */
    boolean recordHas(String name) {
        return recordNames.contains(name);
    }

    /** Whether the request context has a member of this name. */
    boolean contextHas(String name) {
        return contextNames.contains(name);
    }

    boolean hasContext() {
        return !contextNames.isEmpty();
    }

    List<String> names() {
        return names;
    }

    /** The service that names itself beside the messages or in each record; empty without one. */
    String service() {
        return recordSource.isEmpty() ? eventSource : recordSource;
    }

    /** Whether it has what only HTTP and what is like it has: those want an answer. */
    boolean isAnswered() {
        return hasContext()
                || has("httpMethod")
                || has("rawPath")
                || has("raw_path")
                || has("routeKey")
                || has("methodArn")
                || has("routeArn")
                || has("deliveryStreamArn")
                || has("triggerSource")
                || isWindow()
                || recordHas("cf");
    }

    /** Whether it names an HTTP method, but nothing that tells which gateway sent it. */
    boolean isHttpWithoutMark() {
        return has("httpMethod")
                && !(has("resource") && context)
                && !contextHas("stage")
                && !contextHas("resourcePath")
                && !contextHas("identity")
                && !contextHas("elb")
                && !contextHas("http");
    }

    /** Whether it is one of a tumbling window, to which a function answers with its state. */
    boolean isWindow() {
        return has("Records") && has("window");
    }

    /** Whether it has the marks of more than one kind. */
    boolean isAmbiguous() {
        int kinds = has("Records") ? 1 : 0;
        kinds += has("eventSource") ? 1 : 0;
        kinds += has("detail-type") ? 1 : 0;
        kinds += has("awslogs") ? 1 : 0;
        return kinds > 1;
    }

    /** Fails if it has records, but not such as AWS sends. */
    void requireRecords() {
        String of = recordSource.isEmpty() ? "record" : recordService();
        if (emptyList) {
            throw BrokenRecord.incomplete(of, "no records");
        }
        if (brokenRecord) {
            throw BrokenRecord.incomplete(of, "a record that is no object");
        }
        if (mixed) {
            throw BrokenRecord.incomplete(of, "records of several services, or some that name none");
        }
        if (recordSource.isEmpty()) {
            throw BrokenRecord.incomplete(of, "records that do not name their event source");
        }
    }

    /** Only known names are shown. */
    private String recordService() {
        return recordSource.equals("aws:sqs") || recordSource.equals("aws:sns") || recordSource.equals("aws:kinesis")
                ? recordSource
                : "record";
    }

    /** The mapper of messages and events of a kind that is modelled or may be handed over as it is; null for all else. */
    @Nullable
    MessageMapper mapper(byte[] payload, boolean rawDelivery, String invocationId) {
        if (isAnswered() || isAmbiguous()) {
            return null;
        }
        if (has("Records")) {
            requireRecords();
        } else if (has("detail-type")) {
            return has("detail") && has("source") ? new EventBridgeMapper() : null;
        }
        return switch (service()) {
            case "aws:sqs" -> has("Records") ? new SqsMapper(payload, rawDelivery) : null;
            case "aws:sns" -> recordHas("Sns") ? new SnsMapper(payload) : null;
            case "aws:kinesis" -> recordHas("kinesis") ? new KinesisMapper(payload) : null;
            case "aws:kafka", "SelfManagedKafka", "aws:SelfManagedKafka" ->
                has("records") ? new KafkaMapper(payload, service()) : null;
            case "aws:mq", "aws:amq" -> has("messages") ? new ActiveMqMapper(payload, service()) : null;
            case "aws:rmq" -> has("rmqMessagesByQueue") ? new RabbitMqMapper(payload) : null;
            case "aws:s3", "aws:dynamodb", "aws:docdb" -> null;
            case "" -> new UnmodelledMapper(payload, has("awslogs") ? "aws:logs" : "aws:lambda:invoke", invocationId);
            default -> new UnmodelledMapper(payload, service(), invocationId);
        };
    }
}
