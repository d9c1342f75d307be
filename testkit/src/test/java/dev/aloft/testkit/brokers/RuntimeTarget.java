package dev.aloft.testkit.brokers;

import dev.aloft.Message;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.DeliveryResult;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.runtime.Invocation;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.SelectedFunction;
import dev.aloft.spi.MessageBinding.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The policy that all adapters share, without an adapter around it. */
final class RuntimeTarget implements Target {
    private final Simulation simulation;
    private final FunctionRuntime runtime;
    private final SelectedFunction function;
    private final Shape shape;

    /**
     * What an adapter would add.
     *
     * @param id what the platform calls a message
     * @param group what a message keeps its order with; null if with nothing
     * @param firstOnly whether only the first open message is reported
     */
    record Shape(IntFunction<String> id, IntFunction<@Nullable String> group, boolean firstOnly) {}

    RuntimeTarget(Simulation simulation, Map<String, String> settings, boolean batches, Shape shape) {
        this.simulation = simulation;
        this.shape = shape;
        new SimulatedApplication.Setup(simulation, Kind.STREAM, batches).prepare();
        this.runtime = FunctionRuntime.start("aws", settings, new SimulatedApplication());
        String source = SimulatedApplication.SOURCE;
        this.function = runtime.select(Origin.messages("simulated", List.of(Kind.STREAM), source, source));
    }

    @Override
    public Answer invoke(List<Delivery> batch, Frame frame) {
        List<DeliveryItem> items = new ArrayList<>(batch.size());
        for (Delivery delivery : batch) {
            String id = shape.id().apply(delivery.message());
            items.add(DeliveryItem.of(
                    id,
                    shape.group().apply(delivery.message()),
                    Message.builder(id, delivery.payload())
                            .source(SimulatedApplication.SOURCE)
                            .build()));
        }
        return reply(runtime.deliver(function, items, new SimulatedInvocation(frame, simulation.log())));
    }

    private Answer reply(DeliveryResult result) {
        StringBuilder reply = new StringBuilder("{\"batchItemFailures\":[");
        int start = reply.length();
        for (int item = result.firstOpen(); item < result.size(); item++) {
            if (!result.isDone(item) && (reply.length() == start || !shape.firstOnly())) {
                reply.append(reply.length() == start ? "" : ",")
                        .append("{\"itemIdentifier\":\"")
                        .append(result.id(item))
                        .append("\"}");
            }
        }
        return Answer.returned(reply.append("]}").toString().getBytes(StandardCharsets.UTF_8));
    }

    private record SimulatedInvocation(Frame frame, RejectionLog entries) implements Invocation {
        @Override
        public String id() {
            return frame.id();
        }

        @Override
        public Instant deadline() {
            return Instant.now().plusMillis(frame.remainingMillis());
        }

        @Override
        public long memoryLimit() {
            return 0;
        }

        @Override
        public int attempt() {
            return 0;
        }

        @Override
        public @Nullable String traceparent() {
            return null;
        }

        @Override
        public byte @Nullable [] nativeEvent() {
            return null;
        }

        @Override
        public <T> @Nullable T nativeContext(Class<T> type) {
            return null;
        }

        @Override
        public void log(System.Logger.Level level, String text) {
            entries.add(text);
        }
    }
}
