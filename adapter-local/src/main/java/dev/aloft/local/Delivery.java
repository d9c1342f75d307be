package dev.aloft.local;

import dev.aloft.RetryLater;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.DeliveryResult;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.runtime.SelectedFunction;
import java.util.ArrayList;
import java.util.List;

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
        List<Parcel> parcels = broker.take();
        if (parcels.isEmpty()) {
            return false;
        }
        Mailbox mailbox = parcels.get(0).mailbox();
        long start = System.nanoTime();
        deliver(mailbox, parcels);
        report(mailbox, parcels, System.nanoTime() - start);
        broker.settle(mailbox, parcels);
        return true;
    }

    private void deliver(Mailbox mailbox, List<Parcel> parcels) {
        DeliveryResult result;
        try {
            result = result(mailbox, parcels);
        } catch (Throwable failure) {
            console.notCalled(mailbox.function(), failure);
            for (Parcel parcel : parcels) {
                fail(parcel, failure, false);
            }
            return;
        }
        for (int i = 0; i < parcels.size(); i++) {
            Throwable failure = result.failure(i);
            if (failure != null) {
                fail(parcels.get(i), failure, result.isRejected(i));
            } else if (result.isDone(i)) {
                parcels.get(i).handled();
            }
        }
    }

    private DeliveryResult result(Mailbox mailbox, List<Parcel> parcels) {
        List<DeliveryItem> items = new ArrayList<>(parcels.size());
        long now = broker.now();
        for (Parcel parcel : parcels) {
            items.add(parcel.item(now));
        }
        Parcel first = parcels.get(0);
        int attempt = parcels.size() == 1 ? first.attempts() + 1 : 0;
        SelectedFunction function = runtime.select(mailbox.function(), mailbox.origin(first));
        return runtime.deliver(function, items, new LocalInvocation(console, attempt));
    }

    private void fail(Parcel parcel, Throwable failure, boolean rejected) {
        parcel.failed(failure);
        if (rejected || parcel.attempts() >= broker.rules().attempts()) {
            parcel.giveUp();
        } else {
            parcel.postpone(broker.now() + delay(parcel, failure));
        }
    }

    private long delay(Parcel parcel, Throwable failure) {
        return failure instanceof RetryLater later
                ? later.delay().toMillis()
                : broker.rules().delayAfter(parcel.attempts());
    }

    private void report(Mailbox mailbox, List<Parcel> parcels, long nanos) {
        int handled = 0;
        for (Parcel parcel : parcels) {
            handled += parcel.isDone() && !parcel.hasFailed() ? 1 : 0;
        }
        if (handled > 0) {
            String together = handled == 1 ? "" : handled + " messages ";
            console.delivered(mailbox, "handled " + together + nanos / 1_000_000 + " ms");
        }
        reportFailed(mailbox, parcels, false, "failed, attempt ");
        reportFailed(mailbox, parcels, true, "dead-lettered after attempt ");
    }

    private void reportFailed(Mailbox mailbox, List<Parcel> parcels, boolean dead, String outcome) {
        for (Parcel parcel : parcels) {
            if (parcel.hasFailed() && parcel.isDone() == dead) {
                console.delivered(
                        mailbox,
                        outcome + parcel.attempts() + " of " + broker.rules().attempts());
            }
        }
    }
}
