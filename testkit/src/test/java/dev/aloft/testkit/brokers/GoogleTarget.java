package dev.aloft.testkit.brokers;

import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.StorageEvent;
import dev.aloft.gcp.GcpEntryPoint;
import dev.aloft.testkit.gcp.CloudEventEncoder;
import dev.aloft.testkit.gcp.DatabaseEncoder;
import dev.aloft.testkit.gcp.StorageEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The function on Cloud Run behind a push subscription that wraps its messages, or behind a trigger of Eventarc.
 *
 * @see <a href="https://cloud.google.com/pubsub/docs/push#receive_push">the format of a push</a>
 */
final class GoogleTarget implements Target {
    private final GcpEntryPoint entryPoint;
    private final Function<Delivery, GoogleExchange> sender;

    private GoogleTarget(GcpEntryPoint entryPoint, Function<Delivery, GoogleExchange> sender) {
        this.entryPoint = entryPoint;
        this.sender = sender;
    }

    /**
     * Deploys it.
     *
     * @param application the function
     * @param settings the deployment's environment
     * @param sender makes the request
     */
    static GoogleTarget deploy(
            SimulatedApplication.Setup application,
            Map<String, String> settings,
            Function<Delivery, GoogleExchange> sender) {
        application.prepare();
        return new GoogleTarget(
                start(Settings.with(settings), application.simulation().log()::add), sender);
    }

    /** Starts the entry point as the framework does; it keeps the standard output of this moment as its log. */
    static GcpEntryPoint start(Map<String, String> environment, Consumer<String> log) {
        PrintStream out = System.out;
        System.setOut(new PrintStream(new Lines(log), true, StandardCharsets.UTF_8));
        try {
            return Settings.during(environment, GcpEntryPoint::new);
        } finally {
            System.setOut(out);
        }
    }

    @Override
    public Answer invoke(List<Delivery> batch, Frame frame) {
        GoogleExchange exchange = sender.apply(batch.get(0)).header("Function-Execution-Id", frame.id());
        try {
            entryPoint.service(exchange.request(), exchange.response());
            return Answer.status(exchange.status());
        } catch (IOException | RuntimeException | Error crash) {
            return Answer.threw(crash);
        }
    }

    /** An object of Cloud Storage whose name is the payload. */
    static GoogleExchange object(Delivery delivery) {
        StorageEvent event = StorageEvent.builder(StorageEvent.Kind.CREATED, "simulated", delivery.payload())
                .id("s-" + delivery.message())
                .build();
        return GoogleExchange.of(CloudEventEncoder.binary(StorageEncoder.event(event)));
    }

    /** A document of Firestore with the payload. */
    static GoogleExchange change(Delivery delivery) {
        ChangeEvent<Document> change = ChangeEvent.builder(
                        "c-" + delivery.message(), ChangeEvent.Operation.INSERT, "simulated")
                .key(Document.builder().set("id", "d-" + delivery.message()).build())
                .after(Document.builder().set("payload", delivery.payload()).build())
                .build();
        return GoogleExchange.of(
                CloudEventEncoder.binary(DatabaseEncoder.firestore().event(change)));
    }

    static GoogleExchange push(Delivery delivery) {
        String data = Base64.getEncoder().encodeToString(delivery.payload().getBytes(StandardCharsets.UTF_8));
        String id = Long.toString(2_070_443_601_311_540L + delivery.message());
        String push = "{\"message\":{\"attributes\":{\"key\":\"value\"},\"data\":\"" + data + "\",\"messageId\":\"" + id
                + "\",\"message_id\":\"" + id + "\",\"publishTime\":\"2026-07-10T08:00:00.789Z\","
                + "\"publish_time\":\"2026-07-10T08:00:00.789Z\"},\"subscription\":"
                + "\"projects/myproject/subscriptions/simulated\",\"deliveryAttempt\":" + delivery.attempt() + "}";
        return GoogleExchange.post(push.getBytes(StandardCharsets.UTF_8)).header("Content-Type", "application/json");
    }

    /** What is printed, line by line. */
    private static final class Lines extends ByteArrayOutputStream {
        private final Consumer<String> log;

        Lines(Consumer<String> log) {
            this.log = log;
        }

        @Override
        public synchronized void flush() {
            log.accept(toString(StandardCharsets.UTF_8));
            reset();
        }
    }
}
