package dev.aloft.aws;

import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.Token;
import dev.aloft.spi.FunctionDefinition;
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
 * <tr><th>Kafka, Amazon MQ, DocumentDB</th><td>{@code eventSource} beside their messages</td></tr>
 * <tr><th>EventBridge</th><td>{@code detail-type}, {@code source} and {@code detail}</td></tr>
 * </table>
 */
final class EventMarks {
    private static final String WEB_SOCKET = "an API Gateway WebSocket event";
    private static final String AUTHORIZER = "an API Gateway authorizer event";
    private static final String INCOMPLETE = "an incomplete HTTP event (without requestContext)";
    private static final String SEVERAL = "an event with the marks of several kinds, or of none that is known";
    private static final String WITHOUT_MARK =
            "an incomplete HTTP event: it has httpMethod, but neither requestContext.elb (load balancer) nor one of"
                    + " requestContext.stage, requestContext.resourcePath, requestContext.identity, or resource beside a"
                    + " requestContext (API Gateway)";

    /** Each mark of what wants an answer, as HTTP and what is like it does, with what it is the mark of; the first counts. */
    private static final String[] ANSWERED = {
        "Records.cf", "a CloudFront event (Lambda@Edge)",
        "triggerSource", "a Cognito trigger event",
        "requestContext.serviceNetworkArn", "a VPC Lattice event",
        "requestContext.connectionId", WEB_SOCKET,
        "requestContext.eventType", WEB_SOCKET,
        "methodArn", AUTHORIZER,
        "routeArn", AUTHORIZER,
        "httpMethod", WITHOUT_MARK,
        "requestContext.", SEVERAL,
        "deliveryStreamArn", "a Firehose event (delivery stream records)",
        "rawPath", INCOMPLETE,
        "raw_path", INCOMPLETE,
        "routeKey", INCOMPLETE
    };

    private static final String KAFKA = "Kafka (topic records)";
    private static final String BROKER = "a message broker (queue messages)";

    private static final String[] SERVICES = {
        "aws:sqs", "aws:sqs (queue messages)",
        "aws:sns", "aws:sns (topic messages)",
        "aws:s3", "aws:s3 (bucket changes)",
        "aws:dynamodb", "aws:dynamodb (table changes)",
        "aws:kinesis", "aws:kinesis (stream records)",
        "aws:kafka", KAFKA,
        "SelfManagedKafka", KAFKA,
        "aws:SelfManagedKafka", KAFKA,
        "aws:amq", BROKER,
        "aws:mq", BROKER,
        "aws:rmq", BROKER,
        "aws:ses", "aws:ses (received mail)",
        "aws:codecommit", "aws:codecommit (repository changes)",
        "aws:docdb", "aws:docdb (document changes)"
    };

    private final List<String> names = new ArrayList<>();

    /** Of members of the request context and of the first record, each after the name of what it is a member of. */
    private final List<String> inner = new ArrayList<>();

    private boolean context;
    private int records;
    private String eventSource = "";
    private String recordSource = "";
    private @Nullable String brokenRecords;

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
                case "requestContext" -> readContext(json);
                case "eventSource" -> eventSource = text(json);
                default -> json.skip();
            }
        }
        json.endObject();
        json.end();
    }

    private void readContext(JsonReader json) {
        context = NativeEvent.enter(json);
        if (!context) {
            return;
        }
        while (json.hasNext()) {
            String name = json.name();
            if (!json.isNull()) {
                inner.add("requestContext." + name);
                inner.add("requestContext.");
            }
            json.skip();
        }
        json.endObject();
    }

    private void readRecords(JsonReader json) {
        boolean unreadable = false;
        boolean mixed = false;
        if (json.peek() == Token.ARRAY) {
            json.beginArray();
            while (json.hasNext()) {
                unreadable |= !json.isObject();
                String named = readRecord(json);
                mixed |= records > 0 && !named.equals(recordSource);
                recordSource = named;
                records++;
            }
            json.endArray();
        } else {
            json.skip();
        }
        if (records == 0) {
            brokenRecords = "no records";
        } else if (unreadable) {
            brokenRecords = "a record that is no object";
        } else if (mixed) {
            brokenRecords = "records of several services, or some that name none";
        } else if (recordSource.isEmpty()) {
            brokenRecords = "records that do not name their event source";
        }
    }

    /** The event source, which SNS writes with a capital letter; empty without one. */
    private String readRecord(JsonReader json) {
        if (!NativeEvent.enter(json)) {
            return "";
        }
        String lower = "";
        String capital = "";
        while (json.hasNext()) {
            String name = json.name();
            if (records == 0) {
                inner.add("Records." + name);
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

    private static String text(JsonReader json) {
        String text = NativeText.nonBlank(NativeEvent.text(json));
        return text == null ? "" : text;
    }

    /** Whether there is a member of this name, for example {@code Records}, or {@code Records.cf} for one of the first record. */
    private boolean has(String mark) {
        return (mark.indexOf('.') < 0 ? names : inner).contains(mark);
    }

    /** The service that names itself beside the messages or in each record; empty without one. */
    private String service() {
        return recordSource.isEmpty() ? eventSource : recordSource;
    }

    /** Whether it is one of a tumbling window, to which a function answers with its state. */
    private boolean isWindow() {
        return has("Records") && has("window");
    }

    /** Whether it has the marks of more than one kind. */
    private boolean isAmbiguous() {
        int kinds = has("Records") ? 1 : 0;
        kinds += has("eventSource") ? 1 : 0;
        kinds += has("detail-type") ? 1 : 0;
        kinds += has("awslogs") ? 1 : 0;
        return kinds > 1;
    }

    /** What it is if it wants an answer, as only HTTP and what is like it does; null for all else. */
    private @Nullable String answered() {
        for (int i = 0; i < ANSWERED.length; i += 2) {
            if (has(ANSWERED[i])) {
                return ANSWERED[i].equals("httpMethod") && hasGateway() ? SEVERAL : ANSWERED[i + 1];
            }
        }
        return null;
    }

    /** Whether it tells which gateway sent it. */
    private boolean hasGateway() {
        return has("resource") && context
                || has("requestContext.stage")
                || has("requestContext.resourcePath")
                || has("requestContext.identity")
                || has("requestContext.elb")
                || has("requestContext.http");
    }

    /** The mapper of messages and events of a kind that is modelled or may be handed over as it is; null for all else. */
    @Nullable
    MessageMapper mapper(byte[] payload, boolean rawDelivery, String invocationId, List<FunctionDefinition> functions) {
        if (isAmbiguous() || isWindow() || answered() != null) {
            return null;
        }
        if (has("detail-type")) {
            return has("detail") && has("source") ? new EventBridgeMapper(payload, functions) : null;
        }
        String service = service();
        if (brokenRecords != null) {
            boolean shown = service.equals("aws:sqs") || service.equals("aws:sns") || service.equals("aws:kinesis");
            throw BrokenEvent.incomplete(shown ? service : "record", brokenRecords);
        }
        return switch (service) {
            case "aws:sqs" -> has("Records") ? new SqsMapper(payload, rawDelivery) : null;
            case "aws:sns" -> has("Records.Sns") ? new SnsMapper(payload) : null;
            case "aws:kinesis" -> has("Records.kinesis") ? new KinesisMapper(payload) : null;
            case "aws:kafka", "SelfManagedKafka", "aws:SelfManagedKafka" ->
                has("records") ? new KafkaMapper(payload, service) : null;
            case "aws:mq", "aws:amq" -> has("messages") ? new ActiveMqMapper(payload, service) : null;
            case "aws:rmq" -> has("rmqMessagesByQueue") ? new RabbitMqMapper(payload) : null;
            case "aws:s3" -> has("Records.s3") ? new S3Mapper(payload) : null;
            case "aws:dynamodb" -> has("Records.dynamodb") ? new DynamoDbMapper(payload) : null;
            case "aws:docdb" -> has("events") ? new DocumentDbMapper(payload) : null;
            case "" -> new UnmodelledMapper(payload, has("awslogs") ? "aws:logs" : "aws:lambda:invoke", invocationId);
            default -> new UnmodelledMapper(payload, service, invocationId);
        };
    }

    /** Whether it has no mark of anything at all. */
    boolean isUnknown() {
        return service().isEmpty()
                && brokenRecords == null
                && answered() == null
                && !has("awslogs")
                && !has("detail-type");
    }

    /** What it is, by the names that AWS writes and never by what they carry, for example {@code an API Gateway WebSocket event}. */
    String described() {
        if (isWindow()) {
            return "a batch of a tumbling window, whose state only a native handler can carry on";
        }
        if (isAmbiguous()) {
            return "an event with the marks of several kinds";
        }
        if (!service().isEmpty()) {
            return "an event of " + shownService();
        }
        String answered = answered();
        if (answered != null) {
            return answered;
        }
        if (has("awslogs")) {
            return "a CloudWatch Logs event";
        }
        return has("detail-type")
                ? "an incomplete EventBridge event (without source or detail)"
                : "an event of no known source with the fields " + shownNames();
    }

    private String shownService() {
        for (int i = 0; i < SERVICES.length; i += 2) {
            if (SERVICES[i].equals(service())) {
                return SERVICES[i + 1];
            }
        }
        return "a source that is not known here";
    }

    private String shownNames() {
        StringBuilder shown = new StringBuilder("[");
        for (int i = 0; i < names.size() && i < 8; i++) {
            shown.append(i == 0 ? "" : ", ");
            BrokenEvent.appendPrintable(names.get(i), 40, shown);
        }
        return shown.append(names.size() > 8 ? ", …]" : "]").toString();
    }
}
