package dev.aloft.local;

import dev.aloft.RetryLater;
import dev.aloft.local.Broker.Batch;
import dev.aloft.local.Broker.Remains;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.DeliveryResult;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.runtime.SelectedFunction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands what is due to its function, as the adapters of the clouds do, and plays the platform's part afterwards. */
final class Delivery {
    private final FunctionRuntime runtime;
    private final Broker broker;
    private final Console console;

    Delivery(FunctionRuntime runtime, Broker broker, Console console) {
        this.runtime = runtime;
        this.broker = broker;
        this.console = console;
    }

    /** Makes one delivery. @return false if nothing is due */
    boolean next() {
        Batch batch = broker.take();
        if (batch == null) {
            return false;
        }
        long start = System.nanoTime();
        Remains remains = remains(batch, outcome(batch));
        report(batch, remains, System.nanoTime() - start);
        broker.settle(batch, remains);
        return true;
    }

    /** What became of a batch: a result, or the failure of the invocation as a whole. */
    private record Outcome(
            @Nullable DeliveryResult result, @Nullable Throwable failure) {
        boolean isDone(int index) {
            return result != null && result.isDone(index);
        }

        boolean isRejected(int index) {
            return result != null && result.isRejected(index);
        }

        /** What an attempt failed with; null if it was handled or not attempted. */
        @Nullable
        Throwable failure(int index) {
            return result == null ? failure : result.failure(index);
        }
    }

    private Outcome outcome(Batch batch) {
        Subscription subscription = batch.mailbox().subscription();
        try {
            return new Outcome(deliver(subscription, batch.parcels()), null);
        } catch (Throwable failure) {
            console.notCalled(subscription.function(), failure);
            return new Outcome(null, failure);
        }
    }

    private DeliveryResult deliver(Subscription subscription, List<Parcel> parcels) {
        List<DeliveryItem> items = new ArrayList<>(parcels.size());
        for (Parcel parcel : parcels) {
            items.add(parcel.item());
        }
        Parcel first = parcels.get(0);
        int attempt = parcels.size() == 1 ? first.attempts() + 1 : 0;
        SelectedFunction function = runtime.select(subscription.function(), subscription.origin(first));
        return runtime.deliver(function, items, new LocalInvocation(console, attempt));
    }

    private Remains remains(Batch batch, Outcome outcome) {
        List<Parcel> again = new ArrayList<>();
        List<Parcel> failed = new ArrayList<>();
        List<Undeliverable> never = new ArrayList<>();
        for (int i = 0; i < batch.parcels().size(); i++) {
            Parcel parcel = batch.parcels().get(i);
            Throwable failure = outcome.failure(i);
            if (failure != null) {
                parcel.attempted();
                if (outcome.isRejected(i) || parcel.attempts() >= broker.rules().attempts()) {
                    String function = batch.mailbox().subscription().function();
                    never.add(new Undeliverable(function, parcel.content(), parcel.attempts(), failure));
                    continue;
                }
                parcel.postpone(broker.now() + delay(parcel, failure));
                failed.add(parcel);
            }
            if (!outcome.isDone(i)) {
                again.add(parcel);
            }
        }
        return new Remains(again, failed, never);
    }

    private long delay(Parcel parcel, Throwable failure) {
        return failure instanceof RetryLater later
                ? later.delay().toMillis()
                : broker.rules().delayAfter(parcel.attempts());
    }

    private void report(Batch batch, Remains remains, long nanos) {
        Subscription subscription = batch.mailbox().subscription();
        int handled = batch.parcels().size()
                - remains.again().size()
                - remains.never().size();
        if (handled > 0) {
            String together = handled == 1 ? "" : handled + " messages ";
            console.delivered(subscription, "handled " + together + nanos / 1_000_000 + " ms");
        }
        int most = broker.rules().attempts();
        for (Parcel parcel : remains.failed()) {
            console.delivered(subscription, "failed, attempt " + parcel.attempts() + " of " + most);
        }
        for (Undeliverable letter : remains.never()) {
            console.delivered(subscription, "dead-lettered after attempt " + letter.attempts() + " of " + most);
        }
    }
}
