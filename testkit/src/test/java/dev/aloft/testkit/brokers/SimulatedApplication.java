package dev.aloft.testkit.brokers;

import dev.aloft.BatchHandler;
import dev.aloft.BatchResult;
import dev.aloft.ChangeHandler;
import dev.aloft.Document;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.ScheduleHandler;
import dev.aloft.StorageEvent;
import dev.aloft.StorageHandler;
import dev.aloft.spi.Binding;
import dev.aloft.spi.ChangeBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.ScheduleBinding;
import dev.aloft.spi.StorageBinding;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The application that is deployed: one function, whose handler does what the simulation wants. It is found by its class's name, so
 * what it is made of stands ready in a static field while an entry point starts.
 */
public final class SimulatedApplication implements FunctionIndex {
    static final String FUNCTION = "work";
    static final String SOURCE = "simulated";
    static final Binding BUCKET = new StorageBinding(SOURCE, List.of(StorageEvent.Kind.CREATED));
    static final Binding TABLE = new ChangeBinding(SOURCE);
    static final Binding SCHEDULE = new ScheduleBinding("* * * * *", "UTC");
    /** Of the schedule; each one after it is a second later. */
    static final Instant FIRST_FIRING = Instant.parse("2025-01-01T00:00:00Z");

    private static volatile @Nullable Setup next;

    private final Setup setup;

    /**
     * What the next application does.
     *
     * @param simulation the run
     * @param binding what its function is bound to
     * @param batches whether it takes messages as they come together; all but messages come one by one
     */
    record Setup(Simulation simulation, Binding binding, boolean batches) {
        Setup(Simulation simulation, MessageBinding.Kind kind, boolean batches) {
            this(simulation, new MessageBinding(kind, SOURCE), batches);
        }

        void prepare() {
            next = this;
        }
    }

    /** Takes what is prepared. */
    public SimulatedApplication() {
        Setup prepared = next;
        if (prepared == null) {
            throw new IllegalStateException("nothing is prepared");
        }
        this.setup = prepared;
    }

    @Override
    public List<FunctionDefinition> functions() {
        return List.of(new FunctionDefinition(FUNCTION, setup.binding()));
    }

    @Override
    public Object handler(String functionName, @Nullable HandlerFactory factory) {
        Simulation simulation = setup.simulation();
        if (setup.binding() instanceof StorageBinding) {
            StorageHandler handler =
                    (event, context) -> simulation.handle(Delivery.message(event.key()), context.invocationId());
            return handler;
        }
        if (setup.binding() instanceof ScheduleBinding) {
            ScheduleHandler handler = (firing, context) -> simulation.handle(
                    (int) FIRST_FIRING.until(firing.scheduledAt().orElseThrow(), ChronoUnit.SECONDS),
                    context.invocationId());
            return handler;
        }
        if (setup.binding() instanceof ChangeBinding) {
            ChangeHandler<Document> handler = (change, context) -> simulation.handle(
                    Delivery.message(
                            change.after().orElseThrow().text("payload").orElseThrow()),
                    context.invocationId());
            return handler;
        }
        if (setup.batches()) {
            BatchHandler<String> handler = (messages, context) -> batch(simulation, messages, context.invocationId());
            return handler;
        }
        MessageHandler<String> handler =
                (message, context) -> simulation.handle(Delivery.message(message.payload()), context.invocationId());
        return handler;
    }

    @Override
    public Type payloadType(String functionName) {
        return setup.binding() instanceof ChangeBinding ? Document.class : String.class;
    }

    /** As a careful author writes it: nothing is handled that must come after what failed. */
    private static BatchResult batch(Simulation simulation, List<Message<String>> messages, String invocation) {
        BatchResult.Builder result = BatchResult.builder();
        int groups = simulation.ledger().groups();
        Set<Integer> failed = new HashSet<>();
        for (Message<String> message : messages) {
            int number = Delivery.message(message.payload());
            if (groups > 0 && failed.contains(number % groups)) {
                continue;
            }
            try {
                simulation.handle(number, invocation);
            } catch (Exception failure) {
                result.failed(message, failure);
                if (groups > 0 && !(failure instanceof Failures.Refused)) {
                    failed.add(number % groups);
                }
            }
        }
        return result.build();
    }
}
