package dev.aloft.aws;

import java.util.List;

/** Says what came where no function can take it: by the names that AWS writes, never by what they carry. */
final class UnexpectedEvent {
    private final EventMarks marks;

    private UnexpectedEvent(EventMarks marks) {
        this.marks = marks;
    }

    /** For example {@code an API Gateway WebSocket event}. */
    static String described(EventMarks marks) {
        return new UnexpectedEvent(marks).description();
    }

    private String description() {
        if (marks.isWindow()) {
            return "a batch of a tumbling window, whose state only a native handler can carry on";
        }
        if (marks.isAmbiguous()) {
            return "an event with the marks of several kinds";
        }
        if (!marks.service().isEmpty()) {
            return "an event of " + ofSource(marks.service());
        }
        if (marks.recordHas("cf")) {
            return "a CloudFront event (Lambda@Edge)";
        }
        if (marks.contextHas("connectionId") || marks.contextHas("eventType")) {
            return "an API Gateway WebSocket event";
        }
        if (marks.has("methodArn") || marks.has("routeArn")) {
            return "an API Gateway authorizer event";
        }
        return marks.hasContext()
                ? "an event with the marks of several kinds, or of none that is known"
                : withoutContext();
    }

    private String withoutContext() {
        if (marks.has("deliveryStreamArn")) {
            return "a Firehose event (delivery stream records)";
        }
        if (marks.has("rawPath") || marks.has("raw_path") || marks.has("routeKey") || marks.has("httpMethod")) {
            return "an incomplete HTTP event (without requestContext)";
        }
        if (marks.has("awslogs")) {
            return "a CloudWatch Logs event";
        }
        if (marks.has("detail-type")) {
            return "an incomplete EventBridge event (without source or detail)";
        }
        return "an event of no known source with the fields " + printable(marks.names());
    }

    private static String ofSource(String source) {
        return switch (source) {
            case "aws:sqs" -> "aws:sqs (queue messages)";
            case "aws:sns" -> "aws:sns (topic messages)";
            case "aws:s3" -> "aws:s3 (bucket changes)";
            case "aws:dynamodb" -> "aws:dynamodb (table changes)";
            case "aws:kinesis" -> "aws:kinesis (stream records)";
            case "aws:kafka", "SelfManagedKafka" -> "Kafka (topic records)";
            case "aws:amq", "aws:mq", "aws:rmq" -> "a message broker (queue messages)";
            case "aws:ses" -> "aws:ses (received mail)";
            case "aws:codecommit" -> "aws:codecommit (repository changes)";
            case "aws:docdb" -> "aws:docdb (document changes)";
            default -> "a source that is not known here";
        };
    }

    /** Names of a hand-made event could be anything: they must not forge log lines. */
    private static String printable(List<String> names) {
        StringBuilder shown = new StringBuilder("[");
        for (int i = 0; i < names.size() && i < 8; i++) {
            shown.append(i == 0 ? "" : ", ");
            String name = names.get(i);
            for (int j = 0; j < name.length() && j < 40; j++) {
                char c = name.charAt(j);
                shown.append(c > ' ' && c < 127 ? c : '?');
            }
        }
        return shown.append(names.size() > 8 ? ", …]" : "]").toString();
    }
}
