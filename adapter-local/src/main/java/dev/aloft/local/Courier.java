package dev.aloft.local;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Delivers on a thread of its own, in real time, while the server runs. */
final class Courier implements Runnable {
    private final Broker broker;
    private final Delivery delivery;
    private final Thread thread = new NamedThreads("aloft-deliver").newThread(this);
    private final long start = System.nanoTime();
    private final long startTime;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean stopping;

    Courier(Broker broker, Delivery delivery) {
        this.broker = broker;
        this.delivery = delivery;
        this.startTime = broker.now();
    }

    void start() {
        broker.addCourier(thread);
        thread.start();
    }

    @Override
    public void run() {
        while (!stopping) {
            broker.advanceTo(startTime + (System.nanoTime() - start) / 1_000_000);
            if (!delivery.next()) {
                park();
            }
            clearInterrupt();
        }
    }

    /** With the flag that a handler may have left, the thread could not park. */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    private static void clearInterrupt() {
        Thread.interrupted();
    }

    private void park() {
        Long due = broker.nextDue();
        if (due == null) {
            LockSupport.park(this);
        } else {
            LockSupport.parkNanos(this, Math.max(due - broker.now(), 1) * 1_000_000);
        }
    }

    /** Begins no further delivery. */
    void end() {
        stopping = true;
        broker.removeCourier(thread);
        LockSupport.unpark(thread);
    }

    /** Waits for the delivery that has begun, and interrupts it when the time is up. @return false if it was called before */
    boolean await(Duration most) {
        try {
            thread.join(Math.max(most.toMillis(), 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
        return !ended.getAndSet(true);
    }
}
