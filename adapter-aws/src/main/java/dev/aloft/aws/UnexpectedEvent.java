package dev.aloft.aws;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.Token;
import dev.aloft.spi.FunctionDefinition;
import java.util.ArrayList;
import java.util.List;

/** Says what came in place of an HTTP event: the names that AWS writes into it, never what it carries. */
final class UnexpectedEvent {
    private static final String WITHOUT_MARK =
            "an incomplete HTTP event: it has httpMethod, but neither requestContext.elb (load balancer) nor one of"
                    + " requestContext.stage, requestContext.resourcePath, requestContext.identity, or resource beside a"
                    + " requestContext (API Gateway)";

    private final List<String> names = new ArrayList<>();
    private final List<String> contextNames = new ArrayList<>();
    private final List<String> recordNames = new ArrayList<>();
    private boolean context;
    private String eventSource = "";
    private String source = "";

    private UnexpectedEvent() {}

    static AloftException of(byte[] payload, List<FunctionDefinition> functions) {
        UnexpectedEvent event = new UnexpectedEvent();
        event.read(new JsonReader(payload));
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-204",
                expectation(functions) + " but got " + event.description()
                        + ". Take that source off this Lambda function; HTTP"
                        + " requests come from an API Gateway REST or HTTP API, a function URL or an Application Load Balancer.");
    }

    private static String expectation(List<FunctionDefinition> functions) {
        if (functions.size() == 1) {
            FunctionDefinition only = functions.get(0);
            return "Function " + only.name() + " expects " + only.binding().expects();
        }
        List<String> names = new ArrayList<>();
        for (FunctionDefinition function : functions) {
            names.add(function.name());
        }
        return "The functions " + names + " expect HTTP requests";
    }

    private void read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            names.add(name);
            switch (name) {
                case "Records" -> readFirst(json);
                case "requestContext" -> {
                    context = json.isObject();
                    readNames(json, contextNames);
                }
                case "eventSource" -> eventSource = text(json);
                case "source" -> source = text(json);
                default -> json.skip();
            }
        }
        json.endObject();
    }

    private void readFirst(JsonReader json) {
        if (json.peek() != Token.ARRAY) {
            json.skip();
            return;
        }
        json.beginArray();
        if (json.hasNext()) {
            readNames(json, recordNames);
        }
        while (json.hasNext()) {
            json.skip();
        }
        json.endArray();
    }

    private void readNames(JsonReader json, List<String> found) {
        if (json.peek() != Token.OBJECT) {
            json.skip();
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            if (!json.isNull()) {
                found.add(name);
            }
            if (name.equalsIgnoreCase("eventSource")) { // SNS writes it with a capital letter
                eventSource = text(json);
            } else {
                json.skip();
            }
        }
        json.endObject();
    }

    private static String text(JsonReader json) {
        if (json.peek() == Token.STRING) {
            return json.string();
        }
        json.skip();
        return "";
    }

    private String description() {
        if (!eventSource.isEmpty()) {
            return "an event of " + ofSource(eventSource);
        }
        if (recordNames.contains("cf")) {
            return "a CloudFront event (Lambda@Edge)";
        }
        if (names.contains("triggerSource")) {
            return "a Cognito trigger event";
        }
        if (contextNames.contains("serviceNetworkArn")) {
            return "a VPC Lattice event";
        }
        if (contextNames.contains("connectionId") || contextNames.contains("eventType")) {
            return "an API Gateway WebSocket event";
        }
        if (names.contains("methodArn") || names.contains("routeArn")) {
            return "an API Gateway authorizer event";
        }
        if (contextNames.isEmpty()) {
            return withoutContext();
        }
        return isHttpWithoutMark()
                ? WITHOUT_MARK
                : "an event with the marks of several kinds, or of none that is known";
    }

    private boolean isHttpWithoutMark() {
        return names.contains("httpMethod")
                && !(names.contains("resource") && context)
                && !contextNames.contains("stage")
                && !contextNames.contains("resourcePath")
                && !contextNames.contains("identity")
                && !contextNames.contains("elb")
                && !contextNames.contains("http");
    }

    private String withoutContext() {
        if (names.contains("detail-type")) {
            return "an EventBridge event ("
                    + (source.equals("aws.scheduler") || source.equals("aws.events") ? "schedule" : "bus") + ")";
        }
        if (names.contains("awslogs")) {
            return "a CloudWatch Logs event";
        }
        if (names.contains("deliveryStreamArn")) {
            return "a Firehose event (delivery stream records)";
        }
        if (isHttpWithoutMark()) {
            return WITHOUT_MARK;
        }
        if (names.contains("rawPath") || names.contains("raw_path")) {
            return "an incomplete HTTP event (without requestContext)";
        }
        return "an event of no known source with the fields " + printable(names);
    }

    private static String ofSource(String source) {
        return switch (source) {
            case "aws:sqs" -> "aws:sqs (queue messages)";
            case "aws:sns" -> "aws:sns (topic messages)";
            case "aws:s3" -> "aws:s3 (bucket changes)";
            case "aws:dynamodb" -> "aws:dynamodb (table changes)";
            case "aws:kinesis" -> "aws:kinesis (stream records)";
            case "aws:kafka", "SelfManagedKafka", "aws:SelfManagedKafka" -> "Kafka (topic records)";
            case "aws:amq", "aws:mq", "aws:rmq" -> "a message broker (queue messages)";
            case "aws:docdb" -> "aws:docdb (document changes)";
            case "aws:ses" -> "aws:ses (received mail)";
            case "aws:codecommit" -> "aws:codecommit (repository changes)";
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
