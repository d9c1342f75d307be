package dev.aloft.testkit.brokers;

import java.util.ArrayList;
import java.util.List;

/**
 * Kinesis, or a table's stream of DynamoDB, with an event source mapping that has {@code ReportBatchItemFailures}. One invocation per
 * shard at a time. The lowest number that is reported is the checkpoint: what is before it is done, it and everything after it comes
 * again, and the shard waits until then. Where the vendor's pages leave it open, each new checkpoint starts the count of attempts anew.
 *
 * @param batchSize the mapping's batch size
 * @param maxAttempts after so many without progress the batch goes to the on-failure destination; 0 for no limit and no destination
 * @param bisect whether the mapping halves a batch after an error of the function
 * @param interval a record arrives at a shard every so many milliseconds; after a day it expires
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html">Kinesis, partial batch
 *     response</a> and <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html">DynamoDB</a>
 */
record ShardBroker(int batchSize, int maxAttempts, boolean bisect, long interval) implements Broker {
    private static final long RETENTION = 86_400_000;

    @Override
    public void run(Simulation simulation, Target target) {
        Timetable next = new Timetable(simulation.random());
        List<Shard> shards = new ArrayList<>();
        for (int number = 0; number < simulation.ledger().groups(); number++) {
            shards.add(new Shard(this, simulation, target, number));
            next.add(number, 0);
        }
        while (!next.isEmpty()) {
            simulation.resume(next.nextTime());
            Shard shard = shards.get(next.take());
            long again = shard.poll();
            if (!shard.isRead()) {
                next.add(shard.number, again);
            }
        }
    }

    /** One shard's iterator. */
    private static final class Shard {
        private final ShardBroker stream;
        private final Simulation simulation;
        private final Target target;
        private final int number;
        /** The first record that is not done, and the first after the batch that is being retried; as numbers of messages. */
        private int checkpoint;

        private int end;
        private int failures;

        Shard(ShardBroker stream, Simulation simulation, Target target, int number) {
            this.stream = stream;
            this.simulation = simulation;
            this.target = target;
            this.number = number;
            this.checkpoint = number;
            this.end = number;
        }

        boolean isRead() {
            return checkpoint >= simulation.ledger().messages();
        }

        /** Reads and invokes once; gives when to do so again. */
        long poll() {
            int step = simulation.ledger().groups();
            while (!isRead() && arrival(checkpoint) + RETENTION < simulation.now()) {
                simulation.ledger().dropped(checkpoint);
                checkpoint += step;
            }
            if (end <= checkpoint) {
                failures = 0;
                end = newEnd(step);
            }
            if (isRead() || end <= checkpoint) {
                return isRead() ? 0 : arrival(checkpoint);
            }
            invoke(step);
            return failures == 0 ? simulation.now() : simulation.now() + Backoff.after(failures);
        }

        private long arrival(int message) {
            return (long) (message / simulation.ledger().groups()) * stream.interval;
        }

        private int newEnd(int step) {
            int records = 0;
            int last = checkpoint;
            while (records < stream.batchSize
                    && last < simulation.ledger().messages()
                    && arrival(last) <= simulation.now()) {
                records++;
                last += step;
            }
            return last;
        }

        private void invoke(int step) {
            List<Delivery> batch = new ArrayList<>();
            for (int message = checkpoint; message < end; message += step) {
                batch.add(new Delivery(message, 0));
                simulation.ledger().delivered();
            }
            Frame frame = simulation.begin();
            Answer answer = target.invoke(batch, frame);
            BatchVerdict verdict = simulation.isOver(frame)
                    ? BatchVerdict.ALL_BACK
                    : BatchVerdict.of(answer, true, Ids.of(batch, Ids::sequence));
            int done = 0;
            while (done < batch.size() && isBefore(batch.get(done).message(), verdict)) {
                simulation.ledger().acknowledged(batch.get(done).message(), frame);
                done++;
            }
            checkpoint += done * step;
            settle(batch.size() - done, done > 0, verdict, step);
        }

        private static boolean isBefore(int message, BatchVerdict verdict) {
            return verdict.kind() == BatchVerdict.Kind.ALL_DONE
                    || verdict.kind() == BatchVerdict.Kind.SOME_BACK
                            && !verdict.back().contains(Ids.sequence(message));
        }

        private void settle(int left, boolean progress, BatchVerdict verdict, int step) {
            failures = left == 0 ? 0 : progress ? 1 : failures + 1;
            if (left > 0 && failures == stream.maxAttempts) {
                for (int message = checkpoint; message < end; message += step) {
                    simulation.ledger().deadLettered(message);
                }
                checkpoint = end;
            } else if (stream.bisect && left > 1 && verdict.kind() == BatchVerdict.Kind.ALL_BACK) {
                end = checkpoint + (left + 1) / 2 * step;
                failures = 1;
            }
        }
    }
}
