package dev.aloft.testkit.brokers;

import java.util.ArrayList;
import java.util.List;

/**
 * A standard queue of SQS with an event source mapping: any order, sometimes a message twice in a row or in one batch, what failed
 * again after the visibility timeout, and after too many receives the dead-letter queue.
 *
 * @param batchSize the mapping's batch size
 * @param maxReceives the redrive policy's {@code maxReceiveCount}
 * @param reported whether the mapping has {@code ReportBatchItemFailures}
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Using Lambda with Amazon SQS</a>
 */
record SqsStandardBroker(int batchSize, int maxReceives, boolean reported) implements Broker {
    static final long VISIBILITY = 6 * Simulation.TIMEOUT;

    @Override
    public void run(Simulation simulation, Target target) {
        new Run(this, simulation, target).run();
    }

    private static final class Run {
        private final SqsStandardBroker queue;
        private final Simulation simulation;
        private final Target target;
        private final Timetable visible;
        private final int[] receives;

        Run(SqsStandardBroker queue, Simulation simulation, Target target) {
            this.queue = queue;
            this.simulation = simulation;
            this.target = target;
            this.visible = new Timetable(simulation.random());
            this.receives = new int[simulation.ledger().messages()];
        }

        void run() {
            for (int message = 0; message < receives.length; message++) {
                visible.add(message, 0);
            }
            while (!visible.isEmpty()) {
                simulation.waitUntil(visible.nextTime());
                List<Delivery> batch = receive();
                if (!batch.isEmpty()) {
                    Frame frame = simulation.begin();
                    settle(batch, target.invoke(batch, frame), frame);
                }
            }
        }

        private List<Delivery> receive() {
            int size = simulation.random().nextInt(queue.batchSize) + 1;
            List<Delivery> batch = new ArrayList<>(size);
            while (batch.size() < size && visible.hasDue(simulation.now())) {
                int message = visible.take();
                if (++receives[message] > queue.maxReceives) {
                    simulation.ledger().deadLettered(message);
                } else {
                    simulation.ledger().delivered();
                    batch.add(new Delivery(message, receives[message]));
                }
            }
            if (!batch.isEmpty() && simulation.chance(5)) {
                batch.add(batch.get(simulation.random().nextInt(batch.size())));
            }
            return batch;
        }

        private void settle(List<Delivery> batch, Answer answer, Frame frame) {
            BatchVerdict verdict = simulation.isOver(frame)
                    ? BatchVerdict.ALL_BACK
                    : BatchVerdict.of(answer, queue.reported, Ids.of(batch, Ids::uuid));
            for (Delivery delivery : batch) {
                int message = delivery.message();
                boolean back = verdict.kind() == BatchVerdict.Kind.ALL_BACK
                        || verdict.back().contains(Ids.uuid(message));
                if (!back) {
                    simulation.ledger().acknowledged(message, frame);
                }
                if (back || simulation.chance(3)) {
                    visible.add(message, simulation.now() + VISIBILITY);
                }
            }
        }
    }
}
