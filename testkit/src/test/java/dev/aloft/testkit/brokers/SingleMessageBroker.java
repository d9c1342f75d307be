package dev.aloft.testkit.brokers;

import java.util.List;

/**
 * A broker that delivers message by message: Service Bus and Storage queues behind their triggers of Azure Functions, push
 * subscriptions of Pub/Sub, and Lambda's queue of events for asynchronous invocation, which S3, SNS and EventBridge use. What fails, or is not answered in time, comes again; after so many deliveries it goes to the dead-letter
 * queue, the poison queue, the dead-letter topic or the on-failure destination. Where messages keep an order, the next one of a group waits for the one before it.
 *
 * @param maxDeliveries Service Bus's {@code maxDeliveryCount}, the Storage queue's {@code maxDequeueCount}, Pub/Sub's {@code
 *     maxDeliveryAttempts}, or one more than Lambda's {@code MaximumRetryAttempts}
 * @param delay how long a message waits before it comes again, in milliseconds
 * @see <a href="https://learn.microsoft.com/azure/service-bus-messaging/service-bus-dead-letter-queues">Service Bus, dead-letter
 *     queues</a>, <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-storage-queue-trigger">Storage queue
 *     trigger, poison messages</a> and <a href="https://cloud.google.com/pubsub/docs/push">Pub/Sub, push subscriptions</a>
 */
record SingleMessageBroker(int maxDeliveries, long delay) implements Broker {

    @Override
    public void run(Simulation simulation, Target target) {
        new Run(this, simulation, target).run();
    }

    private static final class Run {
        private final SingleMessageBroker queue;
        private final Simulation simulation;
        private final Target target;
        private final Timetable available;
        private final int[] deliveries;
        /** Whether the next message of the group has been let go. */
        private final boolean[] passed;

        Run(SingleMessageBroker queue, Simulation simulation, Target target) {
            this.queue = queue;
            this.simulation = simulation;
            this.target = target;
            this.available = new Timetable(simulation.random());
            this.deliveries = new int[simulation.ledger().messages()];
            this.passed = new boolean[deliveries.length];
        }

        void run() {
            int groups = simulation.ledger().groups();
            int first = groups == 0 ? deliveries.length : Math.min(groups, deliveries.length);
            for (int message = 0; message < first; message++) {
                available.add(message, 0);
            }
            while (!available.isEmpty()) {
                simulation.waitUntil(available.nextTime());
                int message = available.take();
                boolean done = deliver(new Delivery(message, ++deliveries[message]));
                boolean dead = !done && deliveries[message] >= queue.maxDeliveries;
                if (dead) {
                    simulation.ledger().deadLettered(message);
                }
                if (!dead && (!done || simulation.chance(3))) {
                    available.add(message, simulation.now() + queue.delay);
                }
                if (done || dead) {
                    pass(message, groups);
                }
            }
        }

        private void pass(int message, int groups) {
            if (groups > 0 && !passed[message] && message + groups < deliveries.length) {
                available.add(message + groups, simulation.now());
            }
            passed[message] = true;
        }

        private boolean deliver(Delivery delivery) {
            simulation.ledger().delivered();
            Frame frame = simulation.begin();
            Answer answer = target.invoke(List.of(delivery), frame);
            boolean done = answer.isSuccess() && !simulation.isOver(frame);
            if (done) {
                simulation.ledger().acknowledged(delivery.message(), frame);
            }
            return done;
        }
    }
}
