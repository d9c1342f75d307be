package dev.aloft.testkit.brokers;

/** One event of each service, in the form of the page that is named with it, with values of our own. */
final class AwsSamples {
    private AwsSamples() {}

    /** https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html */
    static final String SQS = """
            {"Records":[{"messageId":"059f36b4-87a3-44ab-83d2-661975830a7d","receiptHandle":"AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
            "body":"{\\"id\\":\\"o-1\\"}","attributes":{"ApproximateReceiveCount":"1","SentTimestamp":"1545082649183",
            "SenderId":"AIDAIENQZJOLO23YVJ4VO","ApproximateFirstReceiveTimestamp":"1545082649185"},"messageAttributes":{},
            "md5OfBody":"e4e68fb7bd0e697a0ae8f1bb342846b3","eventSource":"aws:sqs",
            "eventSourceARN":"arn:aws:sqs:eu-central-1:123456789012:orders","awsRegion":"eu-central-1"}]}""";

    /** https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html, FIFO queue */
    static final String SQS_FIFO = """
            {"Records":[{"messageId":"11d6ee51-4cc7-4302-9e22-7cd8afdaadf5","receiptHandle":"AQEBBX8nesZEXmkhsmZeyIE8iQAMig7qw2",
            "body":"{\\"id\\":\\"o-1\\"}","attributes":{"ApproximateReceiveCount":"1","SentTimestamp":"1573251510774",
            "SequenceNumber":"18849496460467696128","MessageGroupId":"1","SenderId":"AIDAIO23YVJENQZJOL4VO",
            "MessageDeduplicationId":"1","ApproximateFirstReceiveTimestamp":"1573251510774"},"messageAttributes":{},
            "md5OfBody":"e4e68fb7bd0e697a0ae8f1bb342846b3","eventSource":"aws:sqs",
            "eventSourceARN":"arn:aws:sqs:eu-central-1:123456789012:orders.fifo","awsRegion":"eu-central-1"}]}""";

    /** https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html, in an event of SQS */
    static final String SNS_IN_SQS = """
            {"Records":[{"messageId":"059f36b4-87a3-44ab-83d2-661975830a7d","receiptHandle":"AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
            "body":"{\\"Type\\":\\"Notification\\",\\"MessageId\\":\\"dc1e94d9-56c5-5e96-808d-cc7f68faa162\\",\
            \\"TopicArn\\":\\"arn:aws:sns:eu-central-1:123456789012:news\\",\\"Subject\\":\\"News\\",\
            \\"Message\\":\\"Hello\\",\\"Timestamp\\":\\"2026-07-10T08:00:00.123Z\\",\\"SignatureVersion\\":\\"1\\",\
            \\"Signature\\":\\"FMG5tlZhJNHLHUXvZgtZzlk24FzVa7oX0T4P03neeXw8ZEXZx6z35j2F\\",\
            \\"SigningCertURL\\":\\"https://sns.eu-central-1.amazonaws.com/SimpleNotificationService.pem\\",\
            \\"UnsubscribeURL\\":\\"https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe\\"}",
            "attributes":{"ApproximateReceiveCount":"1","SentTimestamp":"1545082649183",
            "SenderId":"AIDAIENQZJOLO23YVJ4VO","ApproximateFirstReceiveTimestamp":"1545082649185"},"messageAttributes":{},
            "md5OfBody":"e4e68fb7bd0e697a0ae8f1bb342846b3","eventSource":"aws:sqs",
            "eventSourceARN":"arn:aws:sqs:eu-central-1:123456789012:mail","awsRegion":"eu-central-1"}]}""";

    /** https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
    static final String SNS = """
            {"Records":[{"EventVersion":"1.0","EventSubscriptionArn":"arn:aws:sns:eu-central-1:123456789012:news:21be56ed",
            "EventSource":"aws:sns","Sns":{"SignatureVersion":"1","Timestamp":"2026-07-10T08:00:00.123Z",
            "Signature":"tcc6faL2yUC6dgZdmrwh1Y4cGa","SigningCertURL":"https://sns.eu-central-1.amazonaws.com/cert.pem",
            "MessageId":"95df01b4-ee98-5cb9-9903-4c221d41eb5e","Message":"Hello","MessageAttributes":{
            "tenant":{"Type":"String","Value":"acme"}},"Type":"Notification",
            "UnsubscribeURL":"https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe",
            "TopicArn":"arn:aws:sns:eu-central-1:123456789012:news","Subject":"News"}}]}""";

    /** https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html */
    static final String KINESIS = """
            {"Records":[{"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"1",
            "sequenceNumber":"49590338271490256608559692538361571095921575989136588898","data":"SGVsbG8=",
            "approximateArrivalTimestamp":1545084650.987},"eventSource":"aws:kinesis","eventVersion":"1.0",
            "eventID":"shardId-000000000006:49590338271490256608559692538361571095921575989136588898",
            "eventName":"aws:kinesis:record","invokeIdentityArn":"arn:aws:iam::123456789012:role/lambda-role",
            "awsRegion":"eu-central-1","eventSourceARN":"arn:aws:kinesis:eu-central-1:123456789012:stream/clicks"}]}""";

    /** https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html */
    static final String KAFKA = """
            {"eventSource":"aws:kafka","eventSourceArn":"arn:aws:kafka:eu-central-1:123456789012:cluster/vpc/751d2973-2",
            "bootstrapServers":"b-1.demo.kafka.eu-central-1.amazonaws.com:9092","records":{"clicks-0":[{"topic":"clicks",
            "partition":0,"offset":15,"timestamp":1545084650987,"timestampType":"CREATE_TIME","key":"YWJjZA==",
            "value":"SGVsbG8=","headers":[{"headerKey":[104,101,97,100]}]}]}}""";

    /** https://docs.aws.amazon.com/lambda/latest/dg/with-kafka.html, a cluster of one's own */
    static final String SELF_MANAGED_KAFKA = """
            {"eventSource":"SelfManagedKafka","bootstrapServers":"kafka-1.example.com:9092","records":{"clicks-0":[
            {"topic":"clicks","partition":0,"offset":15,"timestamp":1545084650987,"timestampType":"CREATE_TIME",
            "key":"YWJjZA==","value":"SGVsbG8=","headers":[]}]}}""";

    /** https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html */
    static final String ACTIVE_MQ = """
            {"eventSource":"aws:mq","eventSourceArn":"arn:aws:mq:eu-central-1:123456789012:broker:test:b-9bcfa592","messages":[
            {"messageID":"ID:b-9bcfa592-1.mq.eu-central-1.amazonaws.com-37557-1234520418293-4:1:1:1:1",
            "messageType":"jms/text-message","deliveryMode":1,"replyTo":null,"type":null,"expiration":"60000","priority":1,
            "correlationId":"myJMSCoID","redelivered":false,"destination":{"physicalName":"orders"},"data":"SGVsbG8=",
            "timestamp":1598827811958,"brokerInTime":1598827811958,"brokerOutTime":1598827811959,"properties":{}}]}""";

    /** https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html */
    static final String RABBIT_MQ = """
            {"eventSource":"aws:rmq","eventSourceArn":"arn:aws:mq:eu-central-1:123456789012:broker:pizzaBroker:b-9bcfa592",
            "rmqMessagesByQueue":{"orders::/":[{"basicProperties":{"contentType":"text/plain","contentEncoding":null,
            "headers":{"header1":{"bytes":[118,97,108,117,101,49]},"number":10},"deliveryMode":1,"priority":34,
            "correlationId":null,"replyTo":null,"expiration":"60000","messageId":null,"timestamp":"Jan 1, 1970, 12:33:41 AM",
            "type":null,"userId":"AIDACKCEVSQ6C2EXAMPLE","appId":null,"clusterId":null,"bodySize":5},"redelivered":false,
            "data":"SGVsbG8="}]}}""";

    /** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html */
    static final String EVENT_BRIDGE = """
            {"version":"0","id":"6a7e8feb-b491-4cf7-a9f1-bf3703467718","detail-type":"order placed","source":"com.acme.shop",
            "account":"123456789012","time":"2026-07-10T08:00:00Z","region":"eu-central-1","resources":[],
            "detail":{"id":"o-1"}}""";

    /** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html */
    static final String SCHEDULED = """
            {"version":"0","id":"53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa","detail-type":"Scheduled Event","source":"aws.events",
            "account":"123456789012","time":"2026-07-10T08:00:00Z","region":"eu-central-1",
            "resources":["arn:aws:events:eu-central-1:123456789012:rule/my-scheduled-rule"],"detail":{}}""";

    /** https://docs.aws.amazon.com/lambda/latest/dg/with-eventbridge-scheduler.html */
    static final String SCHEDULER = """
            {"version":"0","id":"d32c5kddcf5bb8c3","detail-type":"Scheduled Event","source":"aws.scheduler",
            "account":"123456789012","time":"2026-07-10T08:00:00Z","region":"eu-central-1",
            "resources":["arn:aws:scheduler:eu-central-1:123456789012:schedule/default/clean-up"],"detail":"{}"}""";

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
    static final String S3 = """
            {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"eu-central-1",
            "eventTime":"2026-07-10T08:00:00.000Z","eventName":"ObjectCreated:Put",
            "userIdentity":{"principalId":"AWS:AIDAINPONIXQXHT3IKHL2"},"requestParameters":{"sourceIPAddress":"192.0.2.7"},
            "responseElements":{"x-amz-request-id":"D82B88E5F771F645","x-amz-id-2":"vlR7PnpV2Ce81l0PRw6jlUpck7Jo5ZsQjryTjKlc"},
            "s3":{"s3SchemaVersion":"1.0","configurationId":"828aa6fc-f7b5-4305-8584-487c791949c1","bucket":{"name":"uploads",
            "ownerIdentity":{"principalId":"A3I5XTEXAMAI3E"},"arn":"arn:aws:s3:::uploads"},"object":{"key":"a.jpg","size":1305107,
            "eTag":"b21b84d653bb07b05b1e6b33684dc11b","sequencer":"0C0F6F405D6ED209E1"}}}]}""";

    /** The same in an event of SQS. */
    static final String S3_IN_SQS = """
            {"Records":[{"messageId":"059f36b4-87a3-44ab-83d2-661975830a7d","receiptHandle":"AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
            "body":"%s","attributes":{"ApproximateReceiveCount":"1","SentTimestamp":"1545082649183",
            "SenderId":"AIDAJHIPRHEMV73VRJEBU","ApproximateFirstReceiveTimestamp":"1545082649185"},"messageAttributes":{},
            "md5OfBody":"e4e68fb7bd0e697a0ae8f1bb342846b3","eventSource":"aws:sqs",
            "eventSourceARN":"arn:aws:sqs:eu-central-1:123456789012:uploads","awsRegion":"eu-central-1"}]}""".formatted(S3.replace("\n", "").replace("\"", "\\\""));

    /** The same in an event of SNS. */
    static final String S3_IN_SNS =
            SNS.replace("\"Hello\"", "\"" + S3.replace("\n", "").replace("\"", "\\\"") + "\"");

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
    static final String S3_EVENT_BRIDGE = """
            {"version":"0","id":"17793124-05d4-b198-2fde-7ededc63b103","detail-type":"Object Created","source":"aws.s3",
            "account":"123456789012","time":"2026-07-10T08:00:00Z","region":"eu-central-1","resources":["arn:aws:s3:::uploads"],
            "detail":{"version":"0","bucket":{"name":"uploads"},"object":{"key":"a.jpg","size":5,
            "etag":"b1946ac92492d2347c6235b4d2611184","sequencer":"00617F08299329D189"},"request-id":"N4N7GDK58NMKJ12R",
            "requester":"123456789012","source-ip-address":"192.0.2.7","reason":"PutObject"}}""";

    /** https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html */
    static final String DYNAMODB = """
            {"Records":[{"eventID":"1","eventVersion":"1.1","dynamodb":{"Keys":{"Id":{"N":"101"}},"NewImage":{"Message":{"S":"New"},
            "Id":{"N":"101"}},"StreamViewType":"NEW_AND_OLD_IMAGES","SequenceNumber":"111","SizeBytes":26},
            "awsRegion":"eu-central-1","eventName":"INSERT","eventSource":"aws:dynamodb",
            "eventSourceARN":"arn:aws:dynamodb:eu-central-1:123456789012:table/orders/stream/2026-07-10T08:00:00.000"}]}""";

    /** https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html */
    static final String DOCUMENTDB = """
            {"eventSourceArn":"arn:aws:rds:eu-central-1:123456789012:cluster:canaryclusterb2a659a2-qo5tcmqkcl03","events":[{"event":{
            "_id":{"_data":"0163eeb6e7000000090100000009000041e1"},"clusterTime":{"$timestamp":{"t":1676588775,"i":9}},
            "documentKey":{"_id":{"$oid":"63eeb6e7d418cd98afb1c1d7"}},"fullDocument":{"_id":{"$oid":"63eeb6e7d418cd98afb1c1d7"},
            "anyField":"sampleValue"},"ns":{"db":"test_database","coll":"test_collection"},"operationType":"insert"}}],
            "eventSource":"aws:docdb"}""";

    /** https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html */
    static final String SES = """
            {"Records":[{"eventSource":"aws:ses","eventVersion":"1.0","ses":{"mail":{"timestamp":"2026-07-10T08:00:00.000Z",
            "source":"janedoe@example.com","messageId":"d6iitobk75ur44p8kdnnp7g2n800","destination":["johndoe@example.com"],
            "headersTruncated":false,"headers":[],"commonHeaders":{"returnPath":"janedoe@example.com","subject":"Hello"}},
            "receipt":{"timestamp":"2026-07-10T08:00:00.000Z","processingTimeMillis":574,"recipients":["johndoe@example.com"],
            "spamVerdict":{"status":"PASS"},"virusVerdict":{"status":"PASS"},"action":{"type":"Lambda",
            "functionArn":"arn:aws:lambda:eu-central-1:123456789012:function:work","invocationType":"Event"}}}}]}""";
}
