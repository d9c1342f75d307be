package dev.aloft.testkit.brokers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * A FIFO queue of SQS with an event source mapping that has {@code ReportBatchItemFailures}, or has not. A group is locked while
 * messages of it are in flight or wait for their visibility timeout; the messages of a batch are in order within their groups, which
 * may alternate. A message that was deleted stays deleted, also if one before it was not: the order is the function's to keep.
 *
 * @param maxReceives the redrive policy's {@code maxReceiveCount}
 * @param reported whether the mapping has {@code ReportBatchItemFailures}
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html">FIFO
 *     delivery logic</a>
 */
record SqsFifoBroker(int maxReceives, boolean reported) implements Broker {
    private static final int BATCH = 10;

    @Override
    public void run(Simulation simulation, Target target) {
        new Run(this, simulation, target).run();
    }

    private static final class Run {
        private final SqsFifoBroker queue;
        private final Simulation simulation;
        private final Target target;
        private final Timetable unlocked;
        private final List<Deque<Integer>> groups = new ArrayList<>();
        private final int[] receives;

        Run(SqsFifoBroker queue, Simulation simulation, Target target) {
            this.queue = queue;
            this.simulation = simulation;
            this.target = target;
            this.unlocked = new Timetable(simulation.random());
            this.receives = new int[simulation.ledger().messages()];
        }

        void run() {
            for (int group = 0; group < simulation.ledger().groups(); group++) {
                groups.add(new ArrayDeque<>());
                unlocked.add(group, 0);
            }
            for (int message = 0; message < receives.length; message++) {
                groups.get(message % groups.size()).add(message);
            }
            while (!unlocked.isEmpty()) {
                simulation.waitUntil(unlocked.nextTime());
                invoke();
            }
        }

        private void invoke() {
            int size = simulation.random().nextInt(BATCH) + 1;
            int taken = 0;
            List<Integer> locked = new ArrayList<>();
            List<Deque<Delivery>> received = new ArrayList<>();
            while (taken < size && unlocked.hasDue(simulation.now())) {
                int group = unlocked.take();
                Deque<Delivery> messages = receive(groups.get(group), Math.min(size - taken, 4));
                taken += messages.size();
                received.add(messages);
                locked.add(group);
            }
            Set<String> back = Set.of();
            if (taken > 0) {
                back = back(alternating(received));
            }
            for (int group : locked) {
                unlock(group, back);
            }
        }

        private Deque<Delivery> receive(Deque<Integer> group, int atMost) {
            Deque<Delivery> received = new ArrayDeque<>();
            int wanted = simulation.random().nextInt(atMost) + 1;
            Iterator<Integer> messages = group.iterator();
            while (received.size() < wanted && messages.hasNext()) {
                int message = messages.next();
                if (++receives[message] > queue.maxReceives) {
                    simulation.ledger().deadLettered(message);
                    messages.remove();
                } else {
                    simulation.ledger().delivered();
                    received.add(new Delivery(message, receives[message]));
                }
            }
            return received;
        }

        private List<Delivery> alternating(List<Deque<Delivery>> received) {
            List<Delivery> batch = new ArrayList<>(BATCH);
            List<Deque<Delivery>> left = new ArrayList<>(received);
            left.removeIf(Deque::isEmpty);
            while (!left.isEmpty()) {
                Deque<Delivery> next = left.get(simulation.random().nextInt(left.size()));
                batch.add(next.remove());
                left.removeIf(Deque::isEmpty);
            }
            return batch;
        }

        /** Invokes the function and deletes what is done; gives what comes back. */
        private Set<String> back(List<Delivery> batch) {
            Frame frame = simulation.begin();
            Answer answer = target.invoke(batch, frame);
            Set<String> ids = Ids.of(batch, Ids::uuid);
            BatchVerdict verdict =
                    simulation.isOver(frame) ? BatchVerdict.ALL_BACK : BatchVerdict.of(answer, queue.reported, ids);
            Set<String> back = verdict.kind() == BatchVerdict.Kind.ALL_BACK ? ids : verdict.back();
            for (Delivery delivery : batch) {
                if (!back.contains(Ids.uuid(delivery.message()))) {
                    simulation.ledger().acknowledged(delivery.message(), frame);
                    groups.get(delivery.message() % groups.size()).remove(delivery.message());
                }
            }
            return back;
        }

        private void unlock(int group, Set<String> back) {
            boolean waits = false;
            for (int message : groups.get(group)) {
                waits |= back.contains(Ids.uuid(message));
            }
            if (!groups.get(group).isEmpty()) {
                unlocked.add(group, waits ? simulation.now() + SqsStandardBroker.VISIBILITY : simulation.now());
            }
        }
    }
}
