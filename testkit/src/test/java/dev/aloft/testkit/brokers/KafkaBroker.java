package dev.aloft.testkit.brokers;

import java.util.ArrayList;
import java.util.List;

/**
 * A Kafka topic with an event source mapping of Lambda: a batch holds records of several partitions, each in order, and is taken as a
 * whole or not at all. A batch that fails comes again until it succeeds or its records expire, here after a day; then it is dropped,
 * since the mapping has no on-failure destination unless one is set up.
 *
 * @param perPartition the most records of one partition in a batch
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kafka-process.html">how Lambda processes Kafka records</a>
 */
record KafkaBroker(int perPartition) implements Broker {
    private static final long RETENTION = 86_400_000;
    private static final int PARTITIONS_AT_ONCE = 4;

    @Override
    public void run(Simulation simulation, Target target) {
        int[] offsets = new int[simulation.ledger().groups()];
        for (int partition = 0; partition < offsets.length; partition++) {
            offsets[partition] = partition;
        }
        List<Delivery> batch = next(simulation, offsets);
        while (!batch.isEmpty()) {
            deliver(batch, simulation, target);
            batch = next(simulation, offsets);
        }
    }

    private List<Delivery> next(Simulation simulation, int[] offsets) {
        List<Delivery> batch = new ArrayList<>();
        int first = simulation.random().nextInt(offsets.length);
        int partitions = 0;
        for (int i = 0; i < offsets.length && partitions < PARTITIONS_AT_ONCE; i++) {
            int partition = (first + i) % offsets.length;
            int records = simulation.random().nextInt(perPartition) + 1;
            partitions += offsets[partition] < simulation.ledger().messages() ? 1 : 0;
            while (records-- > 0 && offsets[partition] < simulation.ledger().messages()) {
                batch.add(new Delivery(offsets[partition], 0));
                offsets[partition] += offsets.length;
            }
        }
        return batch;
    }

    private static void deliver(List<Delivery> batch, Simulation simulation, Target target) {
        long expiry = simulation.now() + RETENTION;
        int failures = 0;
        while (simulation.now() < expiry) {
            batch.forEach(delivery -> simulation.ledger().delivered());
            Frame frame = simulation.begin();
            Answer answer = target.invoke(batch, frame);
            if (answer.failure() == null && !simulation.isOver(frame)) {
                batch.forEach(delivery -> simulation.ledger().acknowledged(delivery.message(), frame));
                return;
            }
            simulation.waitUntil(simulation.now() + Backoff.after(++failures));
        }
        batch.forEach(delivery -> simulation.ledger().dropped(delivery.message()));
    }
}
