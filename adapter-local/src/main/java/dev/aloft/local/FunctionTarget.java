package dev.aloft.local;

import dev.aloft.Body;
import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.local.engine.Call;
import dev.aloft.local.engine.Outcome;
import dev.aloft.local.engine.Parcel;
import dev.aloft.local.engine.Target;
import dev.aloft.local.recording.RecordedItem;
import dev.aloft.local.recording.Result;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.DeliveryResult;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.SelectedFunction;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.MessageBinding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A function in one instance: hands it what the engine delivers, as the adapters of the clouds do. */
final class FunctionTarget implements Target {
    private final Version version;
    private final FunctionRuntime runtime;
    private final FunctionDefinition function;
    private final Platform platform;
    private final String ids;

    /**
     * @param runtime one of the version
     * @param ids how the ids of its invocations begin
     */
    FunctionTarget(
            Version version, FunctionRuntime runtime, FunctionDefinition function, Platform platform, String ids) {
        this.version = version;
        this.runtime = runtime;
        this.function = function;
        this.platform = platform;
        this.ids = ids;
    }

    @Override
    public List<Outcome> invoke(Call call) {
        long start = System.nanoTime();
        Console console = platform.console();
        LocalInvocation invocation = new LocalInvocation(ids + call.number(), console, attempt(call.parcels()));
        DeliveryResult result;
        version.begin();
        try {
            result = deliver(call, invocation);
        } catch (Throwable failure) {
            console.journal().log(invocation, console.notCalled(function.name(), failure));
            record(call, null, failure);
            throw failure;
        } finally {
            version.end();
            console.ended(invocation, System.nanoTime() - start);
        }
        record(call, result, null);
        List<Outcome> outcomes = outcomes(result);
        int handled = 0;
        for (Outcome outcome : outcomes) {
            handled += outcome.isDone() && outcome.failure() == null ? 1 : 0;
        }
        if (handled > 0) {
            console.handled(function, handled, System.nanoTime() - start);
        }
        return outcomes;
    }

    private DeliveryResult deliver(Call call, LocalInvocation invocation) {
        List<Parcel> parcels = call.parcels();
        List<DeliveryItem> items = new ArrayList<>(parcels.size());
        for (Parcel parcel : parcels) {
            items.add(item(content(parcel, platform.timeOf(call.start())), parcel.key()));
        }
        SelectedFunction selected =
                runtime.select(function.name(), origin(function, parcels.get(0).content()));
        return runtime.deliver(selected, items, invocation);
    }

    /** Which delivery it is of all of them; 0 where they differ. */
    private static int attempt(List<Parcel> parcels) {
        int attempt = parcels.get(0).attempt();
        for (Parcel parcel : parcels) {
            attempt = parcel.attempt() == attempt ? attempt : 0;
        }
        return attempt;
    }

    private void record(Call call, @Nullable DeliveryResult result, @Nullable Throwable failure) {
        Recorder recorder = platform.recorder();
        if (recorder != null) {
            List<RecordedItem> items = new ArrayList<>();
            for (Parcel parcel : call.parcels()) {
                items.add(new RecordedItem(parcel.key(), content(parcel, platform.timeOf(call.start()))));
            }
            List<Result> results = result != null
                    ? Replay.results(result)
                    : Collections.nCopies(items.size(), Result.thrown("failed", Objects.requireNonNull(failure)));
            recorder.delivered(function.name(), items, results, platform.console());
        }
    }

    private static List<Outcome> outcomes(DeliveryResult result) {
        List<Outcome> outcomes = new ArrayList<>(result.size());
        for (int i = 0; i < result.size(); i++) {
            Throwable failure = result.failure(i);
            if (failure != null) {
                outcomes.add(new Outcome(result.isRejected(i), failure));
            } else {
                outcomes.add(result.isDone(i) ? Outcome.HANDLED : Outcome.NOT_TRIED);
            }
        }
        return outcomes;
    }

    static Origin origin(FunctionDefinition function, Object content) {
        if (content instanceof Event event) {
            return Origin.event("local:event", event.type(), event.source());
        }
        if (content instanceof StorageEvent event) {
            return Origin.storage("local:storage", event.kind(), event.bucket(), event.bucket());
        }
        if (content instanceof ScheduleEvent event) {
            return Origin.schedule("local:schedule", event.schedule(), event.schedule());
        }
        if (content instanceof ChangeEvent<?> change) {
            return Origin.changes("local:database", change.source(), change.source());
        }
        MessageBinding.Kind kind =
                function.binding() instanceof MessageBinding source ? source.kind() : MessageBinding.Kind.QUEUE;
        String source = ((Message<?>) content).source();
        return Origin.messages("local:" + kind.name().toLowerCase(Locale.ROOT), List.of(kind), source, source);
    }

    /** What the function is given: the attempt and the time are those of the delivery. */
    @SuppressWarnings("unchecked")
    private static Object content(Parcel parcel, long now) {
        Object content = parcel.content();
        if (content instanceof ScheduleEvent event) {
            return ScheduleEvent.builder(event.schedule(), Instant.ofEpochMilli(now))
                    .id(event.id())
                    .scheduledAt(event.scheduledAt().orElse(null))
                    .attempt(parcel.attempt())
                    .build();
        }
        if (content instanceof Message<?>) {
            Message<Body> message = (Message<Body>) content;
            return message.toBuilder(message.body().bytes())
                    .attempt(parcel.attempt())
                    .build();
        }
        return content;
    }

    @SuppressWarnings("unchecked")
    static DeliveryItem item(Object content, @Nullable String group) {
        if (content instanceof Event event) {
            return DeliveryItem.of(event);
        }
        if (content instanceof StorageEvent event) {
            return DeliveryItem.of(event.id(), null, event);
        }
        if (content instanceof ScheduleEvent event) {
            return DeliveryItem.of(event);
        }
        if (content instanceof ChangeEvent<?>) {
            ChangeEvent<Document> change = (ChangeEvent<Document>) content;
            return DeliveryItem.of(change.id(), null, change);
        }
        Message<Body> message = (Message<Body>) content;
        return DeliveryItem.of(message.id(), group, message);
    }
}
